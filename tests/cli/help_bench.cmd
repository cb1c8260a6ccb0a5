# Every command explains itself.
$ vidik bench --help
stdout \bbench\b
stdout (?i)usage|options
