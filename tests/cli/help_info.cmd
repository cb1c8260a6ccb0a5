# Every command explains itself.
$ vidik info --help
stdout \binfo\b
stdout (?i)usage|options
