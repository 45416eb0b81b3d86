#ifndef DEALBOOK_CFILESYSTEM_SHIM_H
#define DEALBOOK_CFILESYSTEM_SHIM_H

/* What a safe save needs of the system and Swift's Glibc module does not show: renameat2 is declared for _GNU_SOURCE only,
   and sys/xattr.h is not among its headers. */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

#define CFILESYSTEM_AT_FDCWD (-100)
#define CFILESYSTEM_RENAME_NOREPLACE 1u
#define CFILESYSTEM_RENAME_EXCHANGE 2u

extern long syscall(long number, ...);

/* A file that has no name yet, in `directory`. fcntl.h shows O_TMPFILE for _GNU_SOURCE only; this is its value there. Where
   the bits mean nothing, open(2) fails, since a directory can't be opened for writing. */
static inline int cfilesystem_open_unnamed(const char *directory, mode_t mode) {
  return open(directory, O_RDWR | O_CLOEXEC | O_DIRECTORY | 020000000, mode);
}

/* Gives an open file without a name the name `to`; fails with EEXIST when something is there. */
static inline int cfilesystem_link(const char *descriptor_path, const char *to) {
  return linkat(CFILESYSTEM_AT_FDCWD, descriptor_path, CFILESYSTEM_AT_FDCWD, to, 0x400 /* AT_SYMLINK_FOLLOW */);
}

/* Whether a process has ended and its parent has not asked for its status yet; 0 if that cannot be told. */
static inline int cfilesystem_has_ended(int process) {
#ifdef SYS_pidfd_open
  struct pollfd end = {(int)syscall(SYS_pidfd_open, process, 0u), POLLIN, 0};
  if (end.fd < 0) return 0;
  int count = poll(&end, 1, 0);
  close(end.fd);
  return count == 1;
#else
  (void)process;
  return 0;
#endif
}

static inline int cfilesystem_rename(const char *from, const char *to, unsigned int flags) {
#ifdef SYS_renameat2
  return (int)syscall(SYS_renameat2, CFILESYSTEM_AT_FDCWD, from, CFILESYSTEM_AT_FDCWD, to, flags);
#else
  (void)from, (void)to, (void)flags;
  errno = ENOSYS;
  return -1;
#endif
}

/* Waits until everything that was written to the file system of an open file is on the disk. */
static inline int cfilesystem_flush(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }

#endif
