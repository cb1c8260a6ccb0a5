# Every command explains itself.
$ vidik film --help
stdout \bfilm\b
stdout (?i)usage|options
