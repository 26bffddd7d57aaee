"""Lines into the words that Orca 43 speaks in browse mode with its default settings.

Its rules, as read from its speech generator: on the way down it says which lists, tables, landmarks
and so on the line has left and entered, then each piece with its role. What stands in them is not
told before a link or at the second piece of a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.speech import words
from generator.speech.lines import Piece, lines_of
from generator.speech.names import name_of, value_of
from generator.speech.role import CONTROLS, LANDMARKS, Role
from generator.speech.roles import heading_level, nearest, role_of
from generator.speech.tables import CELL_ROLES, Grid, grid_of, table_of
from generator.speech.tree import Element, Page

CONTAINERS = frozenset(words.LEAVING) | CELL_ROLES | {Role.ARTICLE}
_TOLD_ONCE = frozenset({Role.BLOCKQUOTE, Role.LIST})
"""Of several nested ones entered or left at once, only one is told."""
_STATE_FIRST = frozenset({Role.RADIO, Role.SPIN_BUTTON})
_LISTS = frozenset({Role.DESCRIPTION_LIST, Role.LIST})


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one line says: its phrases, its main object, and the containers around that."""

    phrases: tuple[str, ...]
    owner: Element
    containers: tuple[Element, ...]


class Speaker:
    """Speaks the lines of one page in order; what is said depends on what was said before."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._prior = page.find("body") or page.root
        self._column = 0
        self._grids: dict[Element, Grid] = {}

    def speak(self, line: list[Piece]) -> Spoken:
        """The words of the next line."""
        main = next((piece for piece in line if piece.text), line[0])
        phrases: list[str] = []
        for index, piece in enumerate(line):
            if index == 0 or nearest(piece.owner, Role.LIST):
                phrases += self._way_to(piece.owner)
            phrases.append(self._piece(piece, alone=len(line) == 1))
            self._prior = piece.owner
        self._column = self._column_of(line[0].owner)
        said = tuple(phrase for phrase in phrases if phrase)
        return Spoken(said, main.owner, containers_of(main.owner))

    def _way_to(self, owner: Element) -> Iterator[str]:
        """What is left behind and what is entered; nothing before a link outside a table."""
        if role_of(owner) is Role.LINK and table_of(owner) is None:
            return
        before, now = containers_of(self._prior), containers_of(owner)
        common = sum(1 for a, b in zip(before, now, strict=False) if a is b)
        yield from self._left(before[common:])
        back = common and now[common:] == () and _is_told_again(now[-1], before[common:])
        yield from self._entered(now[common - 1 :] if back else now[common:])

    def _left(self, containers: tuple[Element, ...]) -> Iterator[str]:
        roles = [role_of(each) for each in reversed(containers)]
        for place, role in enumerate(roles):
            count = roles.count(role)
            if role not in _TOLD_ONCE or count == 1:
                yield words.LEAVING.get(role, "")
            elif roles.index(role) == place:
                yield words.LEAVING_SEVERAL[role].format(count)

    def _entered(self, containers: tuple[Element, ...]) -> Iterator[str]:
        roles = [role_of(each) for each in containers]
        for place, (each, role) in enumerate(zip(containers, roles, strict=True)):
            if role not in _TOLD_ONCE or role not in roles[place + 1 :]:
                yield self._container(each, role)

    def _container(self, element: Element, role: Role) -> str:
        if role is Role.CELL:
            return self._column_header(element)
        name = "" if role in CELL_ROLES else name_of(self._page, element)
        word = self._size(element, role)
        return _join(word, name) if role in LANDMARKS else _join(name, word, _nesting(element))

    def _size(self, element: Element, role: Role) -> str:
        """How large a table or list is, which tells also that it is one; else the word for it."""
        if role is Role.TABLE:
            return words.TABLE_SIZE.format(*self._grid(element).size)
        return size_of(element) if role in _LISTS else words.ROLE[role]

    def _piece(self, piece: Piece, *, alone: bool) -> str:
        owner, role = piece.owner, role_of(piece.owner)
        if owner is self._prior:
            return piece.text
        if role is Role.CELL:
            return _join(self._column_header(owner), piece.text)
        if role is Role.ROW_HEADER:
            return _join(piece.text, words.ROLE[role] if alone else "")
        if role in CONTROLS:
            return _control(self._page, owner, role, piece.text)
        return _join(piece.text, _role_word(owner, role), _role_around(owner))

    def _grid(self, table: Element) -> Grid:
        if table not in self._grids:
            self._grids[table] = grid_of(table)
        return self._grids[table]

    def _column_of(self, owner: Element) -> int:
        for each in (owner, *owner.ancestors()):
            if role_of(each) in CELL_ROLES and (table := table_of(each)):
                return self._grid(table).columns.get(each, 0)
        return 0

    def _column_header(self, cell: Element) -> str:
        """The column header, told when the column is not the one in which the line before began."""
        table = table_of(cell)
        head = self._grid(table).head_of(cell) if table else None
        if head is None or self._column_of(cell) == self._column:
            return ""
        return _join(name_of(self._page, head), words.ROLE[Role.COLUMN_HEADER])


def utterances_of(page: Page, *, unfold: bool = False) -> list[Spoken]:
    """All that is said from the top of a page to its end, a line each."""
    speaker = Speaker(page)
    spoken = (speaker.speak(line) for line in lines_of(page, unfold=unfold))
    return [each for each in spoken if each.phrases]


def containers_of(owner: Element) -> tuple[Element, ...]:
    """What an object stands in and is told of, the outermost first; itself if it is one."""
    own = () if role_of(owner) in CELL_ROLES else (owner,)
    around = [each for each in (*own, *owner.ancestors()) if role_of(each) in CONTAINERS]
    return tuple(reversed(around))


def size_of(container: Element) -> str:
    """How many items a list has, in words."""
    if role_of(container) is Role.DESCRIPTION_LIST:
        terms = [each for each in container.descendants() if role_of(each) is Role.TERM]
        return words.DESCRIPTION_LIST_SIZE.format(len(terms)) if terms else words.ROLE[Role.LIST]
    items = [each for each in container.elements() if role_of(each) is Role.LIST_ITEM]
    return words.LIST_SIZE.format(len(items)) if items else words.ROLE[Role.LIST]


def _is_told_again(container: Element, left: tuple[Element, ...]) -> bool:
    """Whether the way led out of an inner list back into its outer one, which is then told anew."""
    role = role_of(container)
    return role in _TOLD_ONCE and any(role_of(each) is role for each in left)


def _nesting(element: Element) -> str:
    role = role_of(element)
    if role not in _LISTS | _TOLD_ONCE:
        return ""
    level = sum(1 for each in element.ancestors() if role_of(each) is role)
    return words.NESTING.format(level) if level else ""


def _role_word(owner: Element, role: Role) -> str:
    if role is Role.HEADING:
        return words.HEADING.format(heading_level(owner))
    silent = role in CONTAINERS and role is not Role.COLUMN_HEADER
    return "" if silent else words.ROLE.get(role, "")


def _role_around(owner: Element) -> str:
    """A link says the heading in which it stands, and a heading its link."""
    around = {Role.LINK: Role.HEADING, Role.IMAGE: Role.LINK, Role.HEADING: Role.LINK}
    wanted = around.get(role_of(owner))
    found = nearest(owner, wanted) if wanted else None
    return _role_word(found, role_of(found)) if found else ""


def _control(page: Page, control: Element, role: Role, name: str) -> str:
    word = words.ROLE[role]
    tell = _STATES.get(role)
    state = tell(page, control) if tell else ""
    required = "required" in control.attributes or control.get("aria-required") == "true"
    read_only = words.READ_ONLY if "readonly" in control.attributes else ""
    ends = (words.REQUIRED if required else "", _availability(control))
    middle = (state, word) if role in _STATE_FIRST else (word, state)
    return _join(name, read_only, *middle, *ends)


def _availability(control: Element) -> str:
    off = "disabled" in control.attributes or control.get("aria-disabled") == "true"
    return words.UNAVAILABLE if off else ""


def _field(page: Page, field: Element) -> str:
    return value_of(page, field) or field.get("placeholder")


def _is_checked(control: Element) -> bool:
    return "checked" in control.attributes or control.get("aria-checked") == "true"


def _is_unfolded(summary: Element) -> bool:
    return summary.parent is not None and "open" in summary.parent.attributes


_STATES: dict[Role, Callable[[Page, Element], str]] = {
    Role.CHECKBOX: lambda _page, control: words.CHECKED[_is_checked(control)],
    Role.COMBOBOX: value_of,
    Role.DISCLOSURE: lambda _page, control: words.UNFOLDED[_is_unfolded(control)],
    Role.LISTBOX: value_of,
    Role.PASSWORD: _field,
    Role.RADIO: lambda _page, control: words.CHOSEN[_is_checked(control)],
    Role.SPIN_BUTTON: _field,
    Role.TEXTBOX: _field,
}


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)
