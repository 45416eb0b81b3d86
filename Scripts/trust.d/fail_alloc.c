/* Preloaded into the program: the FAIL_AT-th allocation that libxml2 or zlib asks for fails, with FAIL_FOR_GOOD each one after it too.
   The number of those allocations is written to the file FAIL_COUNT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static struct { ElfW(Addr) start, end; } ranges[32];
static atomic_int range_count, ready;
static atomic_long seen;
static long fail_at;
static int for_good;

static int note(struct dl_phdr_info *info, size_t size, void *unused) {
  if (!strstr(info->dlpi_name, "/libxml2.so") && !strstr(info->dlpi_name, "/libz.so")) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    int place = range_count;
    if (info->dlpi_phdr[i].p_type != PT_LOAD || place == 32) continue;
    ranges[place].start = info->dlpi_addr + info->dlpi_phdr[i].p_vaddr;
    ranges[place].end = ranges[place].start + info->dlpi_phdr[i].p_memsz;
    range_count = place + 1;
  }
  return 0;
}

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("FAIL_AT");
  fail_at = at ? atol(at) : 0;
  for_good = getenv("FAIL_FOR_GOOD") != NULL;
  dl_iterate_phdr(note, NULL);
  ready = 1;
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAIL_COUNT");
  if (!path) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", (long)seen);
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file >= 0 && write(file, text, length) == length) close(file);
}

static int fails(void *caller) {
  if (!ready) return 0;
  for (int i = 0; i < range_count; i++) {
    if ((ElfW(Addr))caller < ranges[i].start || (ElfW(Addr))caller >= ranges[i].end) continue;
    long number = ++seen;
    if (fail_at && (number == fail_at || (for_good && number > fail_at))) {
      errno = ENOMEM;
      return 1;
    }
    return 0;
  }
  return 0;
}

void *malloc(size_t size) { return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size); }
void *calloc(size_t count, size_t size) { return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size); }
void *realloc(void *old, size_t size) { return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size); }
