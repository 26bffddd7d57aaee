"""川残技能目录: from YAML records to a checked, searchable, accessible static site."""
