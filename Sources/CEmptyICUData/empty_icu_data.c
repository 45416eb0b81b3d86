// SPDX-License-Identifier: Apache-2.0
//
// Foundation, which packages that the command uses import, brings 34 MB of ICU's data for languages and calendars. Nothing here
// reads it, so the released program is linked with an empty package of data, the form of which is that of ICU's own stubdata.c.
// The number is that of the ICU in Swift 6.3; with another one the program is merely larger again, and Scripts/release says so.

#ifdef DEALBOOK_RELEASED
#include <stdint.h>

struct empty_icu_data {
  uint16_t header_size;
  uint8_t magic[2];
  uint16_t info_size, info_reserved;
  uint8_t is_big_endian, charset_family, unit_size, info_reserved_byte;
  uint8_t data_format[4], format_version[4], data_version[4];
  uint8_t padding[8];
  uint32_t count, reserved;
  uint64_t no_entries[2];
};

// Aligned as ICU wants it.
_Alignas(16) const struct empty_icu_data icudt76_dat = {
    .header_size = 32,
    .magic = {0xDA, 0x27},
    .info_size = 20,
    .unit_size = 2,
    .data_format = {'T', 'o', 'C', 'P'},
    .format_version = {1},
};
#endif
