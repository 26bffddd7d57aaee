"""The words of Orca 43 in Simplified Chinese, from its message catalogue and that of at-spi2-core.

They are fixed here so that no screen reader needs to be installed; tests/speech holds them against
a running Orca.
"""

from __future__ import annotations

from generator.speech.role import Role

ROLE = {
    Role.ARTICLE: "文章",
    Role.BANNER: "条幅",
    Role.BLOCKQUOTE: "块引用",
    Role.BUTTON: "按钮",
    Role.CAPTION: "题目",
    Role.CHECKBOX: "复选框",
    Role.COLUMN_HEADER: "列头",
    Role.COMBOBOX: "组合框",
    Role.COMPLEMENTARY: "互补内容",
    Role.CONTENT_INFO: "信息框",
    Role.DEFINITION: "描述值",
    Role.DISCLOSURE: "切换按钮",
    Role.FIGURE: "图表",
    Role.FORM: "窗体",
    Role.GROUP: "面板",
    Role.HEADING: "标题",
    Role.IMAGE: "图像",
    Role.LINK: "链接",
    Role.LIST: "列表",
    Role.LISTBOX: "列表盒",
    Role.MAIN: "主内容",
    Role.NAVIGATION: "页面导航",
    Role.PASSWORD: "密码文本",
    Role.RADIO: "单选钮",
    Role.REGION: "区域",
    Role.ROW_HEADER: "行头",
    Role.SEARCH: "搜索",
    Role.SEPARATOR: "分隔条",
    Role.SPIN_BUTTON: "微调钮",
    Role.TERM: "描述术语",
    Role.TEXTBOX: "输入",
}
LEAVING = {
    Role.BANNER: "正在离开横幅。",
    Role.BLOCKQUOTE: "正在离开引用段。",
    Role.COMPLEMENTARY: "正在离开互补内容。",
    Role.CONTENT_INFO: "正在离开信息框。",
    Role.DESCRIPTION_LIST: "正在离开列表。",
    Role.FIGURE: "正在离开图表。",
    Role.FORM: "正在离开表单。",
    Role.GROUP: "正在离开面板。",
    Role.LIST: "正在离开列表。",
    Role.MAIN: "正在离开主内容。",
    Role.NAVIGATION: "正在离开导航。",
    Role.REGION: "正在离开区域。",
    Role.SEARCH: "正在离开搜索框。",
    Role.TABLE: "正在离开表格。",
}
LEAVING_SEVERAL = {Role.LIST: "正在离开 {} 个列表。", Role.BLOCKQUOTE: "正在离开 {} 个引用段。"}
HEADING = "标题 水平 {}"
LIST_SIZE = "{} 个项目的列表"
DESCRIPTION_LIST_SIZE = "有 {} 个项目的描述列表"
TABLE_SIZE = "有 {} 行的表格 {} 列"
NESTING = "嵌套等级 {}"
CHECKED = {True: "已勾选", False: "未勾选"}
CHOSEN = {True: "已选中", False: "未选中"}
UNFOLDED = {True: "已展开", False: "已收起"}
REQUIRED = "必需"
READ_ONLY = "只读"
UNAVAILABLE = "变灰"
