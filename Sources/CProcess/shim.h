#ifndef DEALBOOK_CPROCESS_SHIM_H
#define DEALBOOK_CPROCESS_SHIM_H

/* What running work in a process of its own needs of the system: Swift marks fork as unavailable, and the macros that take
   the status of wait apart are not imported. */

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"

static inline pid_t cprocess_fork(void) { return fork(); }

/* The exit code, or -1 when a signal ended the process. */
static inline int cprocess_exit_code(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }

static inline int cprocess_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

static inline int cprocess_limit(int resource, unsigned long long value) {
  struct rlimit limit = {(rlim_t)value, (rlim_t)value};
  return setrlimit(resource, &limit);
}

static inline int cprocess_limit_memory(unsigned long long bytes) { return cprocess_limit(RLIMIT_AS, bytes); }

/* First a signal that says what it is about, a second later one that can't be taken for anything. */
static inline int cprocess_limit_processor(unsigned long long seconds) {
  struct rlimit limit = {(rlim_t)seconds, (rlim_t)seconds + 1};
  return setrlimit(RLIMIT_CPU, &limit);
}

static inline int cprocess_limit_core(void) { return cprocess_limit(RLIMIT_CORE, 0); }

/* How many descriptors there may be, after asking for at least so many. */
static inline unsigned long long cprocess_descriptors(unsigned long long wanted) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit)) return wanted;
  if (limit.rlim_cur < wanted) {
    rlim_t now = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max < wanted ? limit.rlim_max : wanted;
    if (setrlimit(RLIMIT_NOFILE, &limit)) return now;
  }
  return limit.rlim_cur;
}

/* Gives standard input, output and messages a place where they have none (`2>&-`): the next file that is opened would get its
   number, and with it what is meant for people. Output can't be written there, so that it is not taken as written. */
static inline void cprocess_hold_standard(void) {
  for (int descriptor = 0; descriptor < 3; descriptor++) {
    if (fcntl(descriptor, F_GETFD) >= 0) continue;
    int place = open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
    if (place >= 0 && place != descriptor) close(place);
  }
}

/* Gives large blocks back as soon as they are freed: the bytes of a workbook that has been read need not stay in memory while the next
   is read. The library itself keeps whatever is no larger than the largest block that it has seen freed. */
static inline void cprocess_return_large_blocks(void) {
#if defined(M_MMAP_THRESHOLD)
  mallopt(M_MMAP_THRESHOLD, 256 << 10);
#endif
}

/* Before many copies of this process are made: lets each of them allocate from memory that no other has, in large pages. What is
   free between what is in use is taken for good, since each page of it that a copy writes to would have to be copied first, for
   a few bytes. */
static inline void cprocess_prepare_heap(void) {
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ) && defined(M_TOP_PAD) && defined(MADV_HUGEPAGE)
#if __GLIBC_PREREQ(2, 33)
  static const size_t sizes[] = {65536, 16384, 4096, 2048, 1024, 768, 512, 384, 256, 192, 128, 96, 80, 64, 48, 32, 24};
  const size_t large_page = (size_t)2 << 20, room = 2 * large_page;
  struct mallinfo2 memory = mallinfo2();
  uintptr_t top = (uintptr_t)sbrk(0) - memory.keepcost;
  size_t taken = 0;
  for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    for (; taken < memory.fordblks; taken += sizes[i]) {
      void *volatile place = malloc(sizes[i]);
      if ((uintptr_t)place < top) continue;
      free(place);
      break;
    }
  }
  /* As the library would set them itself after large blocks have been freed. */
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
  mallopt(M_TOP_PAD, (int)room);
  memory = mallinfo2();
  if (memory.keepcost < room) {
    void *volatile beyond = malloc(memory.keepcost + 4096);
    free(beyond);
  }
  mallopt(M_TOP_PAD, 1 << 20);
  uintptr_t end = (uintptr_t)sbrk(0), begin = end - mallinfo2().keepcost;
  begin = (begin + 4095) & ~(uintptr_t)4095;
  end &= ~(uintptr_t)4095;
  if (begin < end) (void)madvise((void *)begin, end - begin, MADV_HUGEPAGE);
#endif
#endif
}

/* A fault ends the worker at once: no handler of the runtime prints a trace or waits for a debugger. */
static inline void cprocess_default_signals(void) {
  static const int signals[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGTRAP, SIGXCPU};
  for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++) signal(signals[i], SIG_DFL);
  /* A limit on the size of files is no fault: the call that meets it says so. */
  signal(SIGXFSZ, SIG_IGN);
}

#endif
