/* A file layer that fails: put before libc (LD_PRELOAD), it counts the calls that change files below one folder and, at
 * call number `at`, lets one fail or ends the process there. It can also write down every change, so that the folder can
 * be built as a loss of power would leave it (tests/faults/power.py reads that log).
 *
 * Armed by faults_arm() from inside the process, or by the environment when the program starts:
 *   FAULTS_BELOW=/folder FAULTS_KIND=2 FAULTS_AT=17 FAULTS_MOST=0 FAULTS_LOG=/elsewhere/log LD_PRELOAD=... program
 * With FAULTS_BELOW=socket:7687 the calls are those that send to that port.
 *
 * While it is armed, syncs are counted and not done: a process that is killed loses nothing that the system holds, and
 * a loss of power is built from the log. All is done under one lock, so the log is in the order of the calls.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OFF, COUNT, ENOSPC_ONCE, EIO_ONCE, HALF, KILL, TEAR, FULL, GROW }; /* tests/faults/shim.py names them too */
enum { WRITE = 'w', TRUNCATE = 't', CREATE = 'c', LINK = 'l', RENAME = 'r', UNLINK = 'u', MAKE_FOLDER = 'm',
       REMOVE_FOLDER = 'd', SYNC = 's', SYNC_FOLDER = 'f', SEND = 'n' };
#define MOST_CALLS (1 << 20)

/* Shared with the process that forked this one, which reads it when this one is dead. */
static struct told {
    long calls;           /* counted so far */
    long failed;          /* how many were let fail, or ended the process */
    long failed_first;    /* the number of the first of them */
    char what[PATH_MAX];  /* and what it was */
    char kinds[MOST_CALLS];
} *told;

static struct {
    char below[PATH_MAX];
    int port, kind, log;
    long at, most;
    int short_written; /* a write was cut in half: the next change finds no room */
} armed = {.log = -1};
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

void faults_arm(const char *below, int kind, long at, long most, const char *log) {
    memset(told, 0, sizeof *told - MOST_CALLS);
    snprintf(armed.below, sizeof armed.below, "%s/", below);
    armed.port = strncmp(below, "socket:", 7) ? 0 : atoi(below + 7);
    armed.at = at, armed.most = most, armed.short_written = 0;
    armed.log = log && *log ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;
    armed.kind = kind;
}
void faults_disarm(void) { armed.kind = OFF; }
long faults_calls(void) { return told->calls; }
long faults_failed(void) { return told->failed; }
long faults_failed_first(void) { return told->failed_first; }
const char *faults_what(void) { return told->what; }
const char *faults_kinds(void) { return told->kinds; }

__attribute__((constructor)) static void begin(void) {
    told = mmap(NULL, sizeof *told, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (told == MAP_FAILED) abort();
    const char *below = getenv("FAULTS_BELOW"), *kind = getenv("FAULTS_KIND"), *at = getenv("FAULTS_AT");
    const char *most = getenv("FAULTS_MOST");
    if (below && kind)
        faults_arm(below, atoi(kind), at ? atol(at) : 0, most ? atol(most) : 0, getenv("FAULTS_LOG"));
}

#define NEXT(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

/* The path of an open file, or of a name beside an open folder. */
static const char *path_of(int fd, char *into) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, into, PATH_MAX - 1);
    into[length > 0 ? length : 0] = 0;
    return into;
}
static const char *path_at(int folder, const char *name, char *into) {
    if (name[0] == '/') {
        snprintf(into, PATH_MAX, "%s", name);
    } else {
        if (folder == AT_FDCWD) { if (syscall(SYS_getcwd, into, PATH_MAX) < 0) into[0] = 0; }
        else path_of(folder, into);
        size_t had = strlen(into);
        snprintf(into + had, PATH_MAX - had, "/%s", name);
    }
    return into;
}
static int below(const char *path) {
    size_t length = strlen(armed.below) - 1;
    return !armed.port && !strncmp(path, armed.below, length) && (path[length] == '/' || !path[length]);
}
static int exists(const char *path) { return syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0; }
static uint64_t inode_of(const char *path) {
    struct stat found;
    return fstatat(AT_FDCWD, path, &found, AT_SYMLINK_NOFOLLOW) ? 0 : found.st_ino;
}

static void die(void) { syscall(SYS_kill, syscall(SYS_getpid), SIGKILL); for (;;) pause(); }
static void told_of(char what, const char *path) {
    if (!told->failed++) {
        told->failed_first = told->calls;
        snprintf(told->what, sizeof told->what, "%c %s", what, path);
    }
}
/* Count a call; what is to become of it: 0 done as asked, an errno it fails with, or -HALF, -TEAR. `room`: whether the
 * call takes room on a disk that keeps old blocks (FULL), `grows`: whether it does on one that writes in place. */
static int verdict(char what, const char *path, int room, int grows) {
    long number = ++told->calls;
    if (number <= MOST_CALLS) told->kinds[number - 1] = what;
    if (armed.short_written && room) { armed.short_written = 0; told_of(what, path); return ENOSPC; }
    if (armed.kind == FULL || armed.kind == GROW) {
        int meant = armed.kind == FULL ? room : grows;
        if (number < armed.at || !meant || (armed.most && told->failed >= armed.most)) return 0;
        told_of(what, path);
        return ENOSPC;
    }
    if (number != armed.at || armed.kind == COUNT) return 0;
    told_of(what, path);
    switch (armed.kind) {
        case ENOSPC_ONCE: return what == SEND ? ECONNRESET : ENOSPC;
        case EIO_ONCE: return what == SEND ? ECONNRESET : EIO;
        case HALF: return what == WRITE ? -HALF : ENOSPC;
        case KILL: die();
    }
    return -TEAR;
}

/* One record of the log: this head, the path, the other path, then the bytes. */
struct record { uint64_t what, inode, offset, length, path, other; };
static void put(const void *bytes, size_t length) {
    for (const char *at = bytes; length;) {
        long done = syscall(SYS_write, armed.log, at, length);
        if (done <= 0) abort();
        at += done, length -= (size_t)done;
    }
}
static void note(char what, uint64_t inode, uint64_t offset, uint64_t length, const char *path, const char *other) {
    if (armed.log < 0) return;
    struct record head = {(uint64_t)what, inode, offset, length, strlen(path), strlen(other)};
    put(&head, sizeof head), put(path, head.path), put(other, head.other);
}
/* Note what stands in a file where bytes were just written. */
static void note_bytes(int fd, const char *path, off_t offset, ssize_t length) {
    char link[64], page[65536];
    struct stat found;
    if (armed.log < 0 || length <= 0 || fstat(fd, &found)) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    int again = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDONLY | O_CLOEXEC, 0);
    note(WRITE, found.st_ino, (uint64_t)offset, (uint64_t)length, path, "");
    while (length > 0) {
        size_t wanted = (size_t)length < sizeof page ? (size_t)length : sizeof page;
        long got = syscall(SYS_pread64, again, page, wanted, offset);
        if (got <= 0) abort();
        put(page, (size_t)got), offset += got, length -= got;
    }
    syscall(SYS_close, again);
}

/* Writes of `length` bytes: `all` does what was asked, `half` half of it. offset < 0: at the file's own place. */
#define WRITTEN(fd, length, offset, all, half)                                                                        \
    do {                                                                                                               \
        char path[PATH_MAX];                                                                                           \
        struct stat found;                                                                                             \
        if (!armed.kind || armed.port || !below(path_of(fd, path)) || fstat(fd, &found) || !S_ISREG(found.st_mode))     \
            return all;                                                                                                \
        pthread_mutex_lock(&turn);                                                                                     \
        int own = (offset) < 0;                                                                                        \
        off_t place = own ? (fcntl(fd, F_GETFL) & O_APPEND ? found.st_size : lseek(fd, 0, SEEK_CUR)) : (off_t)(offset); \
        int what = verdict(WRITE, path, 1, place + (off_t)(length) > found.st_size);                                   \
        ssize_t done = -1;                                                                                             \
        if (what <= 0) {                                                                                               \
            done = what ? half : all;                                                                                  \
            note_bytes(fd, path, place, done);                                                                         \
        }                                                                                                              \
        if (what == -TEAR) die();                                                                                      \
        if (what == -HALF) armed.short_written = 1, what = done > 0 ? 0 : ENOSPC, done = done > 0 ? done : -1;         \
        pthread_mutex_unlock(&turn);                                                                                   \
        if (what > 0) errno = what;                                                                                    \
        return done;                                                                                                   \
    } while (0)

static ssize_t sent(int fd, const void *bytes, size_t length, int flags);
static int to_server(int fd) {
    struct sockaddr_in6 peer;
    socklen_t size = sizeof peer;
    if (!armed.kind || !armed.port || getpeername(fd, (struct sockaddr *)&peer, &size)) return 0;
    return ntohs(peer.sin6_port) == armed.port; /* the port stands at the same place for IPv4 */
}

ssize_t write(int fd, const void *b, size_t n) {
    if (to_server(fd)) return sent(fd, b, n, 0);
    WRITTEN(fd, n, -1, syscall(SYS_write, fd, b, n), syscall(SYS_write, fd, b, n / 2));
}
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) {
    WRITTEN(fd, n, o, syscall(SYS_pwrite64, fd, b, n, o), syscall(SYS_pwrite64, fd, b, n / 2, o));
}
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { return pwrite(fd, b, n, o); }

static size_t length_of(const struct iovec *v, int n) {
    size_t all = 0;
    for (int i = 0; i < n; i++) all += v[i].iov_len;
    return all;
}
static ssize_t first_half(int fd, const struct iovec *v, int n, off_t offset) {
    size_t all = length_of(v, n), had = 0;
    char *bytes = malloc(all + 1);
    for (int i = 0; i < n; had += v[i].iov_len, i++) memcpy(bytes + had, v[i].iov_base, v[i].iov_len);
    ssize_t done = offset < 0 ? syscall(SYS_write, fd, bytes, all / 2) : syscall(SYS_pwrite64, fd, bytes, all / 2, offset);
    free(bytes);
    return done;
}
ssize_t writev(int fd, const struct iovec *v, int n) {
    WRITTEN(fd, length_of(v, n), -1, syscall(SYS_writev, fd, v, n), first_half(fd, v, n, -1));
}
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t o) {
    WRITTEN(fd, length_of(v, n), o, syscall(SYS_pwritev, fd, v, n, o, 0), first_half(fd, v, n, o));
}
ssize_t pwritev64(int fd, const struct iovec *v, int n, off64_t o) { return pwritev(fd, v, n, o); }
ssize_t pwritev2(int fd, const struct iovec *v, int n, off_t o, int flags) {
    (void)flags;
    return o < 0 ? writev(fd, v, n) : pwritev(fd, v, n, o);
}
ssize_t pwritev64v2(int fd, const struct iovec *v, int n, off64_t o, int flags) { return pwritev2(fd, v, n, o, flags); }
ssize_t sendfile(int fd, int from, off_t *o, size_t n) {
    WRITTEN(fd, n, -1, syscall(SYS_sendfile, fd, from, o, n), syscall(SYS_sendfile, fd, from, o, n / 2));
}
ssize_t sendfile64(int fd, int from, off64_t *o, size_t n) { return sendfile(fd, from, o, n); }
ssize_t copy_file_range(int from, off64_t *i, int fd, off64_t *o, size_t n, unsigned flags) {
    off_t at = o ? *o : -1;
    WRITTEN(fd, n, at, syscall(SYS_copy_file_range, from, i, fd, o, n, flags),
            syscall(SYS_copy_file_range, from, i, fd, o, n / 2, flags));
}

/* Calls that do all or nothing: `call` is done unless it is to fail, and `noted` is what the log tells of it. */
#define WHOLE(what, path, room, grows, call, noted)                                                                   \
    do {                                                                                                               \
        pthread_mutex_lock(&turn);                                                                                     \
        int is = verdict(what, path, room, grows);                                                                     \
        int done = -1, why = is;                                                                                       \
        if (is <= 0) { done = (int)(call); why = errno; if (done >= 0) { noted; } }                                    \
        if (is == -TEAR) die();                                                                                        \
        pthread_mutex_unlock(&turn);                                                                                   \
        if (done < 0) errno = why;                                                                                     \
        return done;                                                                                                   \
    } while (0)

static int resized(int fd, const char *path, off_t size, long (*call)(int, off_t)) {
    struct stat found;
    uint64_t inode = fstat(fd, &found) ? 0 : found.st_ino;
    int grows = size > found.st_size;
    WHOLE(TRUNCATE, path, grows, grows, call(fd, size), note(TRUNCATE, inode, 0, (uint64_t)size, path, ""));
}
static long cut(int fd, off_t size) { return syscall(SYS_ftruncate, fd, size); }
static long grown(int fd, off_t size) { return syscall(SYS_fallocate, fd, 0, 0, size); }
int ftruncate(int fd, off_t size) {
    char path[PATH_MAX];
    return armed.kind && below(path_of(fd, path)) ? resized(fd, path, size, cut) : (int)syscall(SYS_ftruncate, fd, size);
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }
int truncate(const char *name, off_t size) {
    int fd = open(name, O_WRONLY | O_CLOEXEC);
    int done = fd < 0 ? -1 : ftruncate(fd, size), why = errno;
    if (fd >= 0) close(fd);
    errno = why;
    return done;
}
int truncate64(const char *name, off64_t size) { return truncate(name, size); }
int fallocate(int fd, int mode, off_t offset, off_t length) {
    char path[PATH_MAX];
    struct stat found;
    if (!armed.kind || mode || !below(path_of(fd, path)) || fstat(fd, &found) || offset + length <= found.st_size)
        return (int)syscall(SYS_fallocate, fd, mode, offset, length);
    return resized(fd, path, offset + length, grown);
}
int fallocate64(int fd, int mode, off64_t offset, off64_t length) { return fallocate(fd, mode, offset, length); }
int posix_fallocate(int fd, off_t offset, off_t length) { return fallocate(fd, 0, offset, length) ? errno : 0; }
int posix_fallocate64(int fd, off64_t offset, off64_t length) { return posix_fallocate(fd, offset, length); }

static int synced(int fd, int (*real)(int)) {
    char path[PATH_MAX];
    struct stat found;
    if (!armed.kind || !below(path_of(fd, path)) || fstat(fd, &found)) return real(fd);
    char what = S_ISDIR(found.st_mode) ? SYNC_FOLDER : SYNC;
    WHOLE(what, path, 0, 0, 0, note(what, found.st_ino, 0, 0, path, ""));
}
int fsync(int fd) { return synced(fd, NEXT(fsync)); }
int fdatasync(int fd) { return synced(fd, NEXT(fdatasync)); }

static int opened(int folder, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    if (!armed.kind || !(flags & (O_CREAT | O_TRUNC)) || (flags & O_TMPFILE) == O_TMPFILE || !below(path_at(folder, name, path)))
        return (int)syscall(SYS_openat, folder, name, flags, mode);
    int there = exists(path);
    if (there ? !(flags & O_TRUNC) || (flags & O_EXCL) : !(flags & O_CREAT))
        return (int)syscall(SYS_openat, folder, name, flags, mode);
    WHOLE(there ? TRUNCATE : CREATE, path, !there, !there, syscall(SYS_openat, folder, name, flags, mode),
          note(there ? TRUNCATE : CREATE, inode_of(path), 0, 0, path, ""));
}
#define MODE_OF(flags) ({ mode_t m = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list a; va_start(a, flags); m = va_arg(a, mode_t); va_end(a); } m; })
int open(const char *name, int flags, ...) { return opened(AT_FDCWD, name, flags, MODE_OF(flags)); }
int open64(const char *name, int flags, ...) { return opened(AT_FDCWD, name, flags, MODE_OF(flags)); }
int openat(int folder, const char *name, int flags, ...) { return opened(folder, name, flags, MODE_OF(flags)); }
int openat64(int folder, const char *name, int flags, ...) { return opened(folder, name, flags, MODE_OF(flags)); }
int creat(const char *name, mode_t mode) { return opened(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *name, mode_t mode) { return creat(name, mode); }

int renameat2(int from, const char *name, int to, const char *other, unsigned flags) {
    char path[PATH_MAX], target[PATH_MAX];
    path_at(from, name, path), path_at(to, other, target);
    if (!armed.kind || !(below(path) || below(target)))
        return (int)syscall(SYS_renameat2, from, name, to, other, flags);
    uint64_t inode = inode_of(path);
    WHOLE(RENAME, target, 0, 0, syscall(SYS_renameat2, from, name, to, other, flags),
          note(RENAME, inode, 0, 0, path, target));
}
int rename(const char *name, const char *other) { return renameat2(AT_FDCWD, name, AT_FDCWD, other, 0); }
int renameat(int from, const char *name, int to, const char *other) { return renameat2(from, name, to, other, 0); }
int linkat(int from, const char *name, int to, const char *other, int flags) {
    char path[PATH_MAX], target[PATH_MAX];
    path_at(from, name, path), path_at(to, other, target);
    if (!armed.kind || !below(target)) return (int)syscall(SYS_linkat, from, name, to, other, flags);
    WHOLE(LINK, target, 1, 1, syscall(SYS_linkat, from, name, to, other, flags),
          note(LINK, inode_of(path), 0, 0, path, target));
}
int link(const char *name, const char *other) { return linkat(AT_FDCWD, name, AT_FDCWD, other, 0); }
int unlinkat(int folder, const char *name, int flags) {
    char path[PATH_MAX];
    if (!armed.kind || !below(path_at(folder, name, path))) return (int)syscall(SYS_unlinkat, folder, name, flags);
    char what = flags & AT_REMOVEDIR ? REMOVE_FOLDER : UNLINK;
    uint64_t inode = inode_of(path);
    if (!inode) return (int)syscall(SYS_unlinkat, folder, name, flags);
    WHOLE(what, path, 0, 0, syscall(SYS_unlinkat, folder, name, flags), note(what, inode, 0, 0, path, ""));
}
int unlink(const char *name) { return unlinkat(AT_FDCWD, name, 0); }
int rmdir(const char *name) { return unlinkat(AT_FDCWD, name, AT_REMOVEDIR); }
int remove(const char *name) {
    int done = unlink(name);
    return done && errno == EISDIR ? rmdir(name) : done;
}
int mkdirat(int folder, const char *name, mode_t mode) {
    char path[PATH_MAX];
    if (!armed.kind || !below(path_at(folder, name, path)) || exists(path))
        return (int)syscall(SYS_mkdirat, folder, name, mode);
    WHOLE(MAKE_FOLDER, path, 1, 1, syscall(SYS_mkdirat, folder, name, mode),
          note(MAKE_FOLDER, inode_of(path), 0, 0, path, ""));
}
int mkdir(const char *name, mode_t mode) { return mkdirat(AT_FDCWD, name, mode); }

/* What is sent to a server: the process ends before it or after half of it, or the connection is lost. */
static ssize_t sent(int fd, const void *bytes, size_t length, int flags) {
    pthread_mutex_lock(&turn);
    int what = verdict(SEND, armed.below, 0, 0);
    if (what == -TEAR) { syscall(SYS_sendto, fd, bytes, length / 2, flags | MSG_NOSIGNAL, NULL, 0); die(); }
    pthread_mutex_unlock(&turn);
    if (what > 0) { shutdown(fd, SHUT_RDWR); errno = what; return -1; }
    return syscall(SYS_sendto, fd, bytes, length, flags, NULL, 0);
}
ssize_t send(int fd, const void *bytes, size_t length, int flags) {
    return to_server(fd) ? sent(fd, bytes, length, flags) : syscall(SYS_sendto, fd, bytes, length, flags, NULL, 0);
}
