#!/bin/sh
# Installs the Debian packages named as arguments that are missing; says in Chinese what to do
# when it may not. An equal from elsewhere (another browser, other Chinese fonts) counts as present.
set -eu

runs() { command -v "$1" >/dev/null 2>&1 && "$1" --version >/dev/null 2>&1 </dev/null; }

any_runs() { for program; do if runs "$program"; then return 0; fi; done; return 1; }

installed() { dpkg -s "$1" 2>/dev/null | grep -q '^Status: install ok installed$'; }

present() {
    case $1 in
    # On Ubuntu the package is an empty one that points to a snap, so only a browser that runs counts.
    chromium) any_runs chromium chromium-browser google-chrome google-chrome-stable ;;
    firefox-esr) any_runs firefox-esr ;;
    nodejs) any_runs node ;;
    npm) any_runs npm ;;
    default-jre-headless) any_runs java ;;
    fonts-noto-cjk) installed "$1" || fc-list :lang=zh-cn 2>/dev/null | grep -qi 'noto.*cjk' ;;
    *) installed "$1" ;;
    esac
}

is_ubuntu() { grep -qs '^ID=ubuntu$' /etc/os-release; }

# Prints how to become root here without a question; fails when that is not possible.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then echo env
    elif sudo -n true 2>/dev/null; then echo sudo -n env
    else return 1; fi
}

apt() { $root DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null; }

install() { apt install -y --no-install-recommends $missing; }

explain_and_stop() {
    {
        echo "缺少系统软件包：$missing"
        if command -v apt-get >/dev/null 2>&1; then
            echo "请运行：sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing"
        else
            echo "这台机器不是 Debian 或 Ubuntu，请用它自己的软件管理装上同样的软件。"
        fi
    } >&2
    exit 1
}

explain_snap_and_stop() {
    {
        echo "缺少浏览器。Ubuntu 的 chromium 软件包只是指向 snap 的空包，不能直接用。"
        echo "请运行：sudo snap install chromium"
        echo "不能用 snap 的机器，请装 Google Chrome，让 google-chrome 这个命令可用。"
    } >&2
    exit 1
}

install_missing() {
    command -v apt-get >/dev/null 2>&1 || explain_and_stop
    root=$(as_root) || explain_and_stop
    echo "正在安装系统软件包：$missing"
    # The lists of packages are fetched only when the install does not succeed with those at hand.
    install >/dev/null 2>&1 || { apt update && install; } || explain_and_stop
}

missing=
needs_snap=
for package; do
    if present "$package"; then continue; fi
    if [ "$package" = chromium ] && is_ubuntu; then needs_snap=yes; continue; fi
    missing="${missing:+$missing }$package"
done
if [ -n "$missing" ]; then install_missing; fi
if [ -n "$needs_snap" ]; then explain_snap_and_stop; fi
