#ifndef DEALBOOK_CFILESYSTEM_SHIM_H
#define DEALBOOK_CFILESYSTEM_SHIM_H

/* What a safe save needs of the system and Swift's Glibc module does not show: renameat2 is declared for _GNU_SOURCE only,
   and sys/xattr.h is not among its headers. */

#include <errno.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

extern long syscall(long number, ...);

#define CFILESYSTEM_AT_FDCWD (-100)
#define CFILESYSTEM_RENAME_NOREPLACE 1u
#define CFILESYSTEM_RENAME_EXCHANGE 2u

static inline int cfilesystem_rename(const char *from, const char *to, unsigned int flags) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, CFILESYSTEM_AT_FDCWD, from, CFILESYSTEM_AT_FDCWD, to, flags);
#else
  (void)from, (void)to, (void)flags;
  errno = ENOSYS;
  return -1;
#endif
}

#endif
