// SPDX-License-Identifier: Apache-2.0
//
// Nothing is called here: see empty_icu_data.c.
