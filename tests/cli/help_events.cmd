# Every command explains itself.
$ vidik events --help
stdout \bevents\b
stdout (?i)usage|options
