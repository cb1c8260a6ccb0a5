# Every command explains itself.
$ vidik render --help
stdout \brender\b
stdout (?i)usage|options
