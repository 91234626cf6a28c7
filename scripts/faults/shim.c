// In front of libc (LD_PRELOAD): the n-th call that changes something in one folder goes wrong.
// FAULT_DIR the folder; FAULT_LOG a file that gets a line for each such call; FAULT_AT which one; FAULT_HOW what happens at it:
// an error name, SHORT (half a write, and its number), TORN (half a write, then SIGKILL), KILL; or UNSYNCED: no sync does anything.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

enum verdict { PASS, FAIL, SHORT, TORN };

static int how_is(const char *what) { const char *how = getenv("FAULT_HOW"); return how && !strcmp(how, what); }

static void die(void) { kill(getpid(), SIGKILL); pause(); }

// By system calls of its own: what it writes down must not come back here.
static void note(const char *call, const char *path) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  char line[4200];
  int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  int fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT, 0600);
  if (fd < 0) return;
  syscall(SYS_write, fd, line, length);
  syscall(SYS_close, fd);
}

static enum verdict at_path(const char *call, const char *path) {
  static int count = 0;
  const char *dir = getenv("FAULT_DIR"), *at = getenv("FAULT_AT");
  if (!dir || strncmp(path, dir, strlen(dir))) return PASS;
  note(call, path);
  if (!at || ++count != atoi(at)) return PASS;
  if (how_is("KILL")) die();
  if (how_is("SHORT")) return SHORT;
  if (how_is("TORN")) return TORN;
  errno = how_is("ENOSPC") ? ENOSPC : EIO;
  return FAIL;
}

static enum verdict at_file(const char *call, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return PASS;
  path[length] = 0;
  return at_path(call, path);
}

ssize_t write(int fd, const void *bytes, size_t size) {
  switch (at_file("write", fd)) {
    case FAIL: return -1;
    case SHORT: return REAL(write)(fd, bytes, (size + 1) / 2);
    case TORN: REAL(write)(fd, bytes, (size + 1) / 2); die();
    default: return REAL(write)(fd, bytes, size);
  }
}

#define SYNCING(name) \
  int name(int fd) { \
    if (at_file(#name, fd) == FAIL) return -1; \
    return how_is("UNSYNCED") ? 0 : REAL(name)(fd); \
  }
SYNCING(fsync)
SYNCING(fdatasync)

#define CUTTING(name, type) \
  int name(int fd, type size) { return at_file("ftruncate", fd) == FAIL ? -1 : REAL(name)(fd, size); }
CUTTING(ftruncate, off_t)
CUTTING(ftruncate64, off64_t)

#define MOVING(name) \
  int name(const char *from, const char *to) { return at_path(#name, to) == FAIL ? -1 : REAL(name)(from, to); }
MOVING(rename)
MOVING(link)

int unlink(const char *path) { return at_path("unlink", path) == FAIL ? -1 : REAL(unlink)(path); }

#define OPENING(name) \
  int name(const char *path, int flags, ...) { \
    va_list rest; \
    va_start(rest, flags); \
    int mode = va_arg(rest, int); \
    va_end(rest); \
    int writes = flags & (O_CREAT | O_WRONLY | O_RDWR); \
    if (at_path(writes ? "open" : "look", path) == FAIL) return -1; \
    return REAL(name)(path, flags, mode); \
  }
OPENING(open)
OPENING(open64)
