"""Why a page of the last build was made or not, in words."""

from __future__ import annotations

from generator.incremental.store import Damaged, PageRow, Store

_WORDS = {
    "record": "记录 {}",
    "type": "任何一条这类记录（{}）",
    "referring": "引用它的记录：{}",
    "clause": "依据这一条的记录：{}",
    "listing": "这类记录有哪些，清单怎样排（{}）",
    "term": "写着词表里这个值的记录：{}",
    "uses": "词表 {} 的值写了几处",
    "named": "同名的记录：{}",
    "file": "文件 {}",
    "once": "从全部记录算出来的 {}",
    "sample": "有没有示例",
    "silences": "写了不再提示的记录 {}",
    "moved": "有旧编号的记录",
    "files": "有哪些文件",
    "everything": "全部记录",
}


def explanation(store: Store, path: str) -> str:
    """Why the page at this path of the site was made or stayed, and what it depends on."""
    try:
        rows = [PageRow(*row) for row in store.rows("pages", [path])]
        made = [str(why) for _, why in store.rows("made", [path])]
    except Damaged:
        rows = []
    if not rows:
        return f"没有“{path}”这一页的记载。请写它在网站里的路径，如 courses/index.html；说明页、样式和脚本不在此列。"
    why = f"重新生成了：{made[0]}" if made else "没有重新生成：它用到的都没有变。"
    keys = [key for key in rows[0].reads.split("\n") if key]
    return "\n".join([f"{path} {why}", f"它用到 {len(keys)} 样：", *(f"  {in_words(key)}" for key in keys)])


def in_words(key: str) -> str:
    """A key in Chinese."""
    word, _, rest = key.partition(" ")
    return _WORDS[word].format(rest)
