#!/bin/sh
# Unpacks Debian packages, named after a folder, into that folder: nothing is installed, and no
# service of theirs starts. Says in Chinese what to do when it may not.
set -eu

folder=$1
shift
mkdir -p "$folder"
cd "$folder"

# As in install_system_packages.sh: the lists are fetched only when those at hand do not do.
download() { apt-get -q download "$@" >/dev/null 2>&1; }

update() {
    if [ "$(id -u)" -eq 0 ]; then apt-get -q update
    else sudo -n apt-get -q update; fi >/dev/null 2>&1
}

explain_and_stop() {
    echo "下载不了软件包：$*" >&2
    echo "请运行：sudo apt-get update，再试一次。不是 Debian 或 Ubuntu 的机器，请用它自己的软件管理装上同样的软件。" >&2
    exit 1
}

has_all() { for program; do PATH="$PATH:/usr/sbin:/sbin" command -v "$program" >/dev/null 2>&1 || return 1; done; }

if has_all "$@"; then exit 0; fi
echo "正在下载系统软件包（只解开，不安装）：$*"
download "$@" || { update && download "$@"; } || explain_and_stop "$@"
for package in *.deb; do
    dpkg-deb -x "$package" .
    rm "$package"
done
