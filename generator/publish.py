"""The site is built beside the old one and takes its place at the end, whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EROFS: "这个磁盘只能读",
    errno.EACCES: "没有写的权限",
    errno.EPERM: "系统不许写",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够，或有一个进程被中断",
    errno.EEXIST: "两页要用同一个网址，或这里已有同名的东西",
    errno.ELOOP: "这里是一个链接",
    errno.ENOENT: "上面的文件夹不存在",
    errno.ENOTDIR: "上面有一个不是文件夹",
    errno.ENAMETOOLONG: "名字太长",
}

MARKER = ".built-by-catalogue"


class BuildUnderWay(Exception):
    """Another build into the same place has not finished."""


class NotASite(Exception):
    """The folder to be replaced holds something that is not a site of ours."""


def state_of(out: str) -> str:
    """The file beside the site in which a build leaves what the next one can use again."""
    return _beside(out, "state")


def marker_of(out: str) -> str:
    """The file that marks a site of ours."""
    return os.path.join(out, MARKER)


def _beside(out: str, word: str) -> str:
    folder, name = os.path.split(os.path.abspath(out))
    return os.path.join(folder, f".{name}.{word}")


@contextmanager
def _alone(out: str) -> Iterator[None]:
    """Hold the lock beside `out`; a second holder gets BuildUnderWay."""
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    with os.fdopen(os.open(_beside(out, "lock"), flags, 0o644), "r+b") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BuildUnderWay(out) from error
        _mend(out)
        yield


def _mend(out: str) -> None:
    """Bring back a site that was set aside by a swap of two renames and not put back."""
    aside = _beside(out, "aside")
    if os.path.isdir(aside) and not os.path.lexists(out):
        os.rename(aside, out)
    _remove(aside)


@contextmanager
def staging(out: str) -> Iterator[str]:
    """An empty folder beside `out` to work in, gone afterwards.

    Holds a lock: a second build into the same place raises BuildUnderWay. What a killed build left
    behind is removed first. What the system refuses is raised as OSError with the reason in Chinese.
    """
    folder = _beside(out, "building")
    try:
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with _alone(out):
            shutil.rmtree(folder, ignore_errors=True)
            os.mkdir(folder)
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        if error.errno is None:  # not from the system
            raise
        reason = _REASONS.get(error.errno or 0, "系统不让写")
        raise OSError(error.errno, reason, error.filename or out) from error


def _is_site(folder: str) -> bool:
    return not os.path.islink(folder) and os.path.isfile(os.path.join(folder, MARKER))


def check_replaceable(out: str) -> None:
    """Raise NotASite when `out` holds files that no build of ours wrote."""
    if os.path.islink(out) or (os.path.exists(out) and not os.path.isdir(out)):
        raise NotASite(out)
    if os.path.isdir(out) and os.listdir(out) and not _is_site(out):
        raise NotASite(out)


def publish(folder: str, out: str) -> None:
    """Put the finished `folder` in the place of `out`; the old site is kept for `rollback`.

    Whenever it is interrupted, `out` and what `rollback` would bring are whole sites.
    """
    check_replaceable(out)
    with open(os.path.join(folder, MARKER), "w", encoding="utf-8") as marker:
        marker.write("川残技能目录\n")
    if not _is_site(out):
        os.rename(folder, out)  # nothing there, or an empty folder
        return
    previous = _beside(out, "previous")
    if not _is_site(previous):
        _remove(previous)
    _exchange(folder, out)
    if _is_site(previous):
        _exchange(folder, previous)
    else:
        os.rename(folder, previous)


def _remove(path: str) -> None:
    if os.path.lexists(path) and (os.path.islink(path) or not os.path.isdir(path)):
        os.unlink(path)
    shutil.rmtree(path, ignore_errors=True)


def rollback(out: str) -> bool:
    """Swap the site with the one before it; False when there is none."""
    previous = _beside(out, "previous")
    if not (_is_site(previous) and _is_site(out)):
        return False
    with _alone(out):
        _exchange(previous, out)
    return True


def _exchange(one: str, other: str) -> None:
    """Swap two folders in one step where the system can, else by two renames."""
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(
            _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE
        )
        if done == 0:
            return
        if ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.EXDEV):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), other)
    aside = _beside(other, "aside")
    os.rename(other, aside)
    os.rename(one, other)
    os.rename(aside, one)
