#ifndef DEALBOOK_CPROCESS_CONFINE_H
#define DEALBOOK_CPROCESS_CONFINE_H

/* How a worker gives up what it does not need: seccomp, landlock, and the signal that comes when its parent is gone. Numbers of
   landlock are written out, since older headers lack them; they are part of the kernel's interface and do not change. */

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

extern long syscall(long number, ...);

/* The system ends this process when `parent` ends; it ends at once when that has happened already. */
static inline void cprocess_end_with(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  if (getppid() != parent) _exit(70);
}

static inline int cprocess_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/* Closes every descriptor behind those of input, output and messages, but `kept` where it is one of them. */
static inline void cprocess_close_others(int kept) {
#ifdef SYS_close_range
  unsigned first = kept > 2 ? (unsigned)kept + 1 : 3;
  if (syscall(SYS_close_range, first, ~0u, 0u) == 0) {
    if (kept > 3) syscall(SYS_close_range, 3u, (unsigned)kept - 1, 0u);
    return;
  }
#endif
  for (int descriptor = 3; descriptor < 4096; descriptor++)
    if (descriptor != kept) close(descriptor);
}

/* Standard input that gives nothing. */
static inline void cprocess_no_input(void) {
  int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (nothing < 0) {
    close(STDIN_FILENO);
    return;
  }
  dup2(nothing, STDIN_FILENO);
  if (nothing != STDIN_FILENO) close(nothing);
}

/* landlock(7) */

#define CPROCESS_LANDLOCK_CREATE 444
#define CPROCESS_LANDLOCK_ADD 445
#define CPROCESS_LANDLOCK_RESTRICT 446

enum {
  CPROCESS_FS_EXECUTE = 1 << 0,
  CPROCESS_FS_WRITE_FILE = 1 << 1,
  CPROCESS_FS_READ_FILE = 1 << 2,
  CPROCESS_FS_READ_DIR = 1 << 3,
  CPROCESS_FS_REMOVE_DIR = 1 << 4,
  CPROCESS_FS_REMOVE_FILE = 1 << 5,
  CPROCESS_FS_MAKE_DIR = 1 << 7,
  CPROCESS_FS_MAKE_REG = 1 << 8,
  CPROCESS_FS_REFER = 1 << 13,
  CPROCESS_FS_TRUNCATE = 1 << 14,
};

/* The edition of landlock that this kernel has; 0 for none. */
static inline int cprocess_landlock(void) {
  long edition = syscall(CPROCESS_LANDLOCK_CREATE, NULL, (size_t)0, 1u);
  return edition > 0 ? (int)edition : 0;
}

/* Every access to files that this edition knows: what no rule allows is refused. */
static inline uint64_t cprocess_landlock_all(int edition) {
  uint64_t all = (1u << 13) - 1;
  if (edition >= 2) all |= 1u << 13;
  if (edition >= 3) all |= 1u << 14;
  if (edition >= 5) all |= 1u << 15;
  return all;
}

/* A descriptor to add rules to; negative when there can be none. From the fourth edition on no TCP either, from the sixth no
   signals and no abstract sockets beyond the worker. */
static inline int cprocess_landlock_begin(void) {
  int edition = cprocess_landlock();
  if (edition < 1) return -1;
  struct {
    uint64_t files, net, scoped;
  } attributes = {cprocess_landlock_all(edition), edition >= 4 ? 3 : 0, edition >= 6 ? 3 : 0};
  size_t size = edition >= 6 ? 24 : edition >= 4 ? 16 : 8;
  return (int)syscall(CPROCESS_LANDLOCK_CREATE, &attributes, size, 0u);
}

/* Lets what is at or below `path` be read, and written with `writes`. A path at which there is nothing is left out. */
static inline void cprocess_landlock_allow(int rules, const char *path, int writes) {
  int place = open(path, 010000000 /* O_PATH */ | O_CLOEXEC);
  if (place < 0) return;
  uint64_t wanted = CPROCESS_FS_READ_FILE | CPROCESS_FS_READ_DIR;
  if (writes)
    wanted |= CPROCESS_FS_WRITE_FILE | CPROCESS_FS_REMOVE_FILE | CPROCESS_FS_MAKE_DIR | CPROCESS_FS_MAKE_REG |
              CPROCESS_FS_REFER | CPROCESS_FS_TRUNCATE;
  wanted &= cprocess_landlock_all(cprocess_landlock());
  struct __attribute__((packed)) {
    uint64_t access;
    int32_t parent;
  } rule = {wanted, place};
  if (syscall(CPROCESS_LANDLOCK_ADD, rules, 1, &rule, 0u) != 0) {
    /* A file has no folder to read. */
    rule.access &= CPROCESS_FS_READ_FILE | CPROCESS_FS_WRITE_FILE | CPROCESS_FS_TRUNCATE;
    syscall(CPROCESS_LANDLOCK_ADD, rules, 1, &rule, 0u);
  }
  close(place);
}

/* Lets one file be read: what a link leads to, or a folder, is left out. */
static inline void cprocess_landlock_allow_file(int rules, const char *path) {
  int place = open(path, 010000000 /* O_PATH */ | O_NOFOLLOW | O_CLOEXEC);
  if (place < 0) return;
  struct stat status;
  struct __attribute__((packed)) {
    uint64_t access;
    int32_t parent;
  } rule = {CPROCESS_FS_READ_FILE, place};
  if (fstat(place, &status) == 0 && S_ISREG(status.st_mode)) syscall(CPROCESS_LANDLOCK_ADD, rules, 1, &rule, 0u);
  close(place);
}

static inline int cprocess_landlock_enter(int rules) {
  int result = (int)syscall(CPROCESS_LANDLOCK_RESTRICT, rules, 0u);
  close(rules);
  return result;
}

/* seccomp(2) */

#if defined(__x86_64__)
#define CPROCESS_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define CPROCESS_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

static inline int cprocess_has_seccomp(void) {
#if defined(CPROCESS_ARCHITECTURE) && defined(SYS_seccomp)
  uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0u, &action) == 0;
#else
  return 0;
#endif
}

#if defined(CPROCESS_ARCHITECTURE) && defined(SYS_seccomp)

struct cprocess_filter {
  struct sock_filter *steps;
  unsigned count;
};

static inline void cprocess_step(struct cprocess_filter *filter, struct sock_filter step) {
  if (filter->count < 512) filter->steps[filter->count++] = step;
}

#define CPROCESS_STATEMENT(code, k) cprocess_step(filter, (struct sock_filter)BPF_STMT(code, k))
#define CPROCESS_JUMP(code, k, yes, no) cprocess_step(filter, (struct sock_filter)BPF_JUMP(code, k, yes, no))
#define CPROCESS_RETURN(value) CPROCESS_STATEMENT(BPF_RET | BPF_K, value)
/* The lower half of an argument: both machines that are built for keep it first. */
#define CPROCESS_ARGUMENT(index) ((uint32_t)(offsetof(struct seccomp_data, args) + 8 * (index)))

static inline void cprocess_permit(struct cprocess_filter *filter, long number) {
  CPROCESS_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 1);
  CPROCESS_RETURN(SECCOMP_RET_ALLOW);
}

/* Permits a call whose argument is this. */
static inline void cprocess_permit_if(struct cprocess_filter *filter, long number, unsigned index, uint32_t value) {
  CPROCESS_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 5);
  CPROCESS_STATEMENT(BPF_LD | BPF_W | BPF_ABS, CPROCESS_ARGUMENT(index));
  CPROCESS_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, 1);
  CPROCESS_RETURN(SECCOMP_RET_ALLOW);
  CPROCESS_RETURN(SECCOMP_RET_ERRNO | EPERM);
  CPROCESS_RETURN(SECCOMP_RET_ERRNO | EPERM);
}

/* Permits an opening that asks for nothing but reading. */
static inline void cprocess_permit_reading(struct cprocess_filter *filter, long number, unsigned index) {
  const uint32_t writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | 020000000 /* O_TMPFILE without O_DIRECTORY */;
  CPROCESS_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, 5);
  CPROCESS_STATEMENT(BPF_LD | BPF_W | BPF_ABS, CPROCESS_ARGUMENT(index));
  CPROCESS_JUMP(BPF_JMP | BPF_JSET | BPF_K, writing, 1, 0);
  CPROCESS_RETURN(SECCOMP_RET_ALLOW);
  CPROCESS_RETURN(SECCOMP_RET_ERRNO | EACCES);
  CPROCESS_RETURN(SECCOMP_RET_ERRNO | EACCES);
}

/* From here on this process can compute, read files, and write to what is open. With `writes` it can also make, name and remove
   files. All else is as if the system did not know it: no program, no process, no thread, no socket, no other process's memory. */
static inline int cprocess_confine(int writes) {
  struct sock_filter steps[512];
  struct cprocess_filter whole = {steps, 0}, *filter = &whole;
  CPROCESS_STATEMENT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, arch));
  CPROCESS_JUMP(BPF_JMP | BPF_JEQ | BPF_K, CPROCESS_ARCHITECTURE, 1, 0);
  CPROCESS_RETURN(SECCOMP_RET_KILL_PROCESS);
  CPROCESS_STATEMENT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)offsetof(struct seccomp_data, nr));
  static const long always[] = {
      SYS_read,          SYS_write,         SYS_pread64,      SYS_readv,       SYS_writev,      SYS_close,
      SYS_fstat,         SYS_lseek,         SYS_mmap,         SYS_munmap,      SYS_mprotect,    SYS_mremap,
      SYS_madvise,       SYS_brk,           SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_sigaltstack,
      SYS_getpid,        SYS_gettid,        SYS_getppid,      SYS_getuid,      SYS_geteuid,     SYS_getgid,
      SYS_getegid,       SYS_exit,          SYS_exit_group,   SYS_futex,       SYS_clock_gettime, SYS_clock_getres,
      SYS_clock_nanosleep, SYS_nanosleep,   SYS_gettimeofday, SYS_getrandom,   SYS_readlinkat,  SYS_faccessat,
      SYS_getdents64,    SYS_getcwd,        SYS_uname,        SYS_sysinfo,     SYS_sched_getaffinity, SYS_sched_yield,
      SYS_getrusage,     SYS_ppoll,         SYS_fcntl,        SYS_statfs,      SYS_fstatfs,     SYS_newfstatat,
      SYS_restart_syscall, SYS_fgetxattr,   SYS_flistxattr,   SYS_times,
#ifdef SYS_statx
      SYS_statx,
#endif
#ifdef SYS_faccessat2
      SYS_faccessat2,
#endif
#ifdef SYS_rseq
      SYS_rseq,
#endif
#ifdef __x86_64__
      SYS_stat,          SYS_lstat,         SYS_access,       SYS_readlink,    SYS_poll,        SYS_getrlimit,
      SYS_time,          SYS_arch_prctl,
#endif
  };
  static const long saving[] = {
      SYS_openat,        SYS_pwrite64,      SYS_ftruncate,    SYS_fsync,       SYS_fdatasync,   SYS_fchmod,
      SYS_fchown,        SYS_fsetxattr,     SYS_fremovexattr, SYS_renameat,    SYS_unlinkat,    SYS_linkat,
      SYS_mkdirat,       SYS_flock,         SYS_utimensat,
#ifdef SYS_renameat2
      SYS_renameat2,
#endif
#ifdef SYS_pidfd_open
      SYS_pidfd_open, /* Only to see whether the owner of a lock has ended: nothing else that takes it is permitted. */
#endif
#ifdef __x86_64__
      SYS_open,          SYS_rename,        SYS_unlink,       SYS_link,        SYS_mkdir,
#endif
  };
  for (unsigned i = 0; i < sizeof always / sizeof *always; i++) cprocess_permit(filter, always[i]);
  if (writes) {
    for (unsigned i = 0; i < sizeof saving / sizeof *saving; i++) cprocess_permit(filter, saving[i]);
  } else {
    cprocess_permit_reading(filter, SYS_openat, 2);
#ifdef __x86_64__
    cprocess_permit_reading(filter, SYS_open, 1);
#endif
  }
  cprocess_permit_if(filter, SYS_tgkill, 0, (uint32_t)getpid());
  /* Whether the owner of a lock is there: signal 0 is none. */
  if (writes) cprocess_permit_if(filter, SYS_kill, 1, 0);
  /* Whether something is a terminal. */
  cprocess_permit_if(filter, SYS_ioctl, 1, 0x5401);
  /* Limits may be asked for, not set: without an address of new ones. */
  cprocess_permit_if(filter, SYS_prlimit64, 2, 0);
  CPROCESS_RETURN(SECCOMP_RET_ERRNO | ENOSYS);
  if (whole.count >= 512) return -1;
  struct sock_fprog program = {(unsigned short)whole.count, whole.steps};
  return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0u, &program);
}

#else

static inline int cprocess_confine(int writes) {
  (void)writes;
  errno = ENOSYS;
  return -1;
}

#endif

#endif
