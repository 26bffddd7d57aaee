"""Records as sheets, for people who would rather fill in a table; the only code that touches workbooks.

- A type has a sheet with a row a record, and a sheet for each list whose items have fields of their
  own (来源, 无障碍服务 …), with a row an item that begins with the id of its record.
- A list of texts stands in one cell, an item a line.
- What a cell cannot hold as it is stands in the file only, and the cell says 〔见文件〕.
- A sheet or column that is not there changes nothing; an empty cell takes a field away; a row that is
  not there takes an item away, but never a record.
- A cell that is as it was written changes nothing: records are compared by what their cells would be.
"""
