/* SPDX-License-Identifier: MIT
 *
 * Writes down, in order, every change that a program makes to the files of one folder, so that
 * tests/faults/power.py can rebuild what a disk might hold had the power gone at any moment.
 *
 * POWER_FOLDER is the folder, POWER_LOG where the record goes. Built with
 *     gcc -shared -fPIC -O2 -o power.so power.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int log_file = -2;

struct header {
    char what; /* w write, t truncate, s sync, u unlink, r rename */
    uint16_t path, other;
    uint32_t data;
    uint64_t offset;
} __attribute__((packed));

static void record(char what, const char *path, const char *other, uint64_t offset,
                   const void *data, uint32_t size)
{
    const char *folder = getenv("POWER_FOLDER"), *name = getenv("POWER_LOG");
    if (!folder || !name || strncmp(path, folder, strlen(folder)) != 0)
        return;
    if (log_file == -2) {
        int (*real_open)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
        log_file = real_open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
    }
    struct header header = {what, strlen(path), strlen(other), size, offset};
    struct iovec parts[] = {
        {&header, sizeof header},
        {(void *)path, header.path},
        {(void *)other, header.other},
        {(void *)data, size},
    };
    if (writev(log_file, parts, 4) < 0)
        abort();
}

static const char *path_of(int file, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, 4095);
    path[length < 0 ? 0 : length] = 0;
    return path;
}

#define REAL(name, type) \
    static __typeof__(type) real; \
    if (!real) \
        real = (__typeof__(type))dlsym(RTLD_NEXT, name)

#define PWRITE(name) \
    ssize_t name(int file, const void *data, size_t size, off_t offset) \
    { \
        REAL(#name, ssize_t(*)(int, const void *, size_t, off_t)); \
        char path[4096]; \
        ssize_t done = real(file, data, size, offset); \
        if (done > 0) \
            record('w', path_of(file, path), "", offset, data, done); \
        return done; \
    }
PWRITE(pwrite)
PWRITE(pwrite64)

#define FTRUNCATE(name) \
    int name(int file, off_t size) \
    { \
        REAL(#name, int (*)(int, off_t)); \
        char path[4096]; \
        int result = real(file, size); \
        if (result == 0) \
            record('t', path_of(file, path), "", size, "", 0); \
        return result; \
    }
FTRUNCATE(ftruncate)
FTRUNCATE(ftruncate64)

#define FSYNC(name) \
    int name(int file) \
    { \
        REAL(#name, int (*)(int)); \
        char path[4096]; \
        int result = real(file); \
        if (result == 0) \
            record('s', path_of(file, path), "", 0, "", 0); \
        return result; \
    }
FSYNC(fsync)
FSYNC(fdatasync)

int unlink(const char *path)
{
    REAL("unlink", int (*)(const char *));
    int result = real(path);
    if (result == 0)
        record('u', path, "", 0, "", 0);
    return result;
}

int rename(const char *path, const char *other)
{
    REAL("rename", int (*)(const char *, const char *));
    int result = real(path, other);
    if (result == 0)
        record('r', path, other, 0, "", 0);
    return result;
}
