// SPDX-License-Identifier: Apache-2.0

/// The palette of all pages, in light and dark mode: navy for data, orange for what needs attention.
package enum PageLook {
  package static let base =
    """
    :root{color-scheme:light dark;--ink:#2b2b2b;--quiet:#595959;--paper:#fff;--wash:#f3f4f6;--rule:#d9d9d9;--navy:#1f3a5f;\
    --blue:#5b8dbe;--pale:#a9c4de;--back:#e3e9f0;--orange:#c55a11;--down:#c55a11;--warn:#8a3a05;--link:#0b4f8a}\
    @media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--quiet:#b4b4b4;--paper:#16191d;--wash:#22272e;--rule:#3a424d;\
    --navy:#8fb4dc;--blue:#6f9fcf;--pale:#46617e;--back:#2b333d;--orange:#f0965a;--down:#f0965a;--warn:#f7ab78;--link:#9cc7f2}}

    """
}
