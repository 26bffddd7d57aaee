"""The kinds of pages that a search can be narrowed to, in the order in which results stand."""

TYPES = (  # the words of the choice, and the kind of page that it stands for
    ("课程", "course"),
    ("培训机构", "institution"),
    ("培训基地", "base"),
    ("补贴标准", "subsidy"),
    ("政策", "policy"),
    ("经办机构", "office"),
    ("热线和平台", "channel"),
    ("地区", "region"),
)
