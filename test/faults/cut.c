/*
 * Over 150 lines because each call to the file system has its own few lines.
 *
 * A disk that fails when it is told to. Loaded before libc (LD_PRELOAD), it counts the calls that change something
 * under the folder CUT_DIR, and at the one that is named cuts the power, ends the process, or fails the call.
 *
 * CUT_CONTROL names a file of four 32-bit numbers that both sides see: which call (counted from 1; 0: none), how
 * (a letter), whether all calls from then on (1) or that one alone (0), and how many there were so far.
 * CUT_TOLD names a file to which each call is added as a line: `fsync /folder/file`; `!fsync …` when it failed.
 *
 *   c  power cut: ext4 is shut down without writing its journal, and the process ends with code 97
 *   k  the process alone ends with code 97
 *   e  EIO     s  ENOSPC, where room is needed: a disk that is full still lets go of files and syncs its folders
 *
 * Of a write that fails, the first half arrives.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define SHUT_DOWN 0x8004587d /* EXT4_IOC_SHUTDOWN */
#define WITHOUT_JOURNAL 2    /* EXT4_GOING_FLAGS_NOLOGFLUSH */

struct control {
  uint32_t at, how, for_good, count;
};

static struct control nobody;
static struct control *control = &nobody;
static const char *folder;
static size_t folder_length;
static int told = -1;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void begin(void) {
  const char *dir = getenv("CUT_DIR"), *shared = getenv("CUT_CONTROL"), *log = getenv("CUT_TOLD");
  if (!dir || !shared) return;
  int fd = syscall(SYS_openat, AT_FDCWD, shared, O_RDWR);
  void *at = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof(struct control), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (at == MAP_FAILED) {
    perror("CUT_CONTROL");
    _exit(98);
  }
  control = at;
  if (log) told = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  folder = strdup(dir);
  folder_length = strlen(folder);
}

static int lies_there(const char *path) {
  return folder && strncmp(path, folder, folder_length) == 0 && (path[folder_length] == '/' || !path[folder_length]);
}

static void tell(const char *mark, const char *call, const char *path) {
  char line[PATH_MAX + 64];
  int length = snprintf(line, sizeof line, "%s%s %s\n", mark, call, path);
  if (told >= 0) syscall(SYS_write, told, line, length);
}

static void cut(void) {
  uint32_t how = WITHOUT_JOURNAL;
  int fd = syscall(SYS_openat, AT_FDCWD, folder, O_RDONLY | O_DIRECTORY);
  if (fd < 0 || ioctl(fd, SHUT_DOWN, &how) != 0) {
    perror("no power cut");
    _exit(98);
  }
}

/* What this call is to fail with; 0 when it is to be done. */
static int fault(const char *call, const char *path) {
  uint32_t nth = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST), at = control->at;
  int meant = at != 0 && (control->for_good ? nth >= at : nth == at);
  int room = strcmp(call, "unlink") && strcmp(call, "ftruncate") && strcmp(call, "fsync-folder");
  int code = !meant ? 0 : control->how == 'e' ? EIO : control->how == 's' && room ? ENOSPC : 0;
  tell(code || (meant && control->how != 's') ? "!" : "", call, path);
  if (meant && control->how == 'c') cut();
  if (meant && (control->how == 'c' || control->how == 'k')) _exit(97);
  return code;
}

static int fault_of(const char *call, const char *path) { return lies_there(path) ? fault(call, path) : 0; }

static int fault_of_file(const char *call, int fd) {
  if (!folder) return 0;
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return fault_of(call, path);
}

#define FAIL(code)   \
  do {               \
    int why = code;  \
    if (why) {       \
      errno = why;   \
      return -1;     \
    }                \
  } while (0)

static int opened(int (*real)(const char *, int, ...), const char *path, int flags, va_list more) {
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
  va_end(more);
  if (flags & O_CREAT) FAIL(fault_of("open", path));
  return real(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  return opened(REAL(open), path, flags, more);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  return opened(REAL(open64), path, flags, more);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  int code = fault_of_file("write", fd);
  if (!code) return REAL(write)(fd, bytes, length);
  REAL(write)(fd, bytes, length / 2);
  errno = code;
  return -1;
}

static ssize_t written_at(int fd, const void *bytes, size_t length, off64_t at) {
  int code = fault_of_file("write", fd);
  if (!code) return REAL(pwrite64)(fd, bytes, length, at);
  REAL(pwrite64)(fd, bytes, length / 2, at);
  errno = code;
  return -1;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return written_at(fd, bytes, length, at); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return written_at(fd, bytes, length, at); }

ssize_t writev(int fd, const struct iovec *parts, int count) {
  FAIL(fault_of_file("write", fd));
  return REAL(writev)(fd, parts, count);
}

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) {
  FAIL(fault_of_file("write", fd));
  return REAL(pwritev64)(fd, parts, count, at);
}

static const char *sync_of(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 && S_ISDIR(found.st_mode) ? "fsync-folder" : "fsync";
}

int fsync(int fd) {
  FAIL(fault_of_file(sync_of(fd), fd));
  return REAL(fsync)(fd);
}

int fdatasync(int fd) {
  FAIL(fault_of_file(sync_of(fd), fd));
  return REAL(fdatasync)(fd);
}

int rename(const char *from, const char *to) {
  FAIL(fault_of("rename", to));
  return REAL(rename)(from, to);
}

int unlink(const char *path) {
  FAIL(fault_of("unlink", path));
  return REAL(unlink)(path);
}

int mkdir(const char *path, mode_t mode) {
  FAIL(fault_of("mkdir", path));
  return REAL(mkdir)(path, mode);
}

int ftruncate64(int fd, off64_t length) {
  FAIL(fault_of_file("ftruncate", fd));
  return REAL(ftruncate64)(fd, length);
}

int ftruncate(int fd, off_t length) {
  FAIL(fault_of_file("ftruncate", fd));
  return REAL(ftruncate64)(fd, length);
}
