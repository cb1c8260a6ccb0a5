# The version is one line on stdout.
$ vidik --version
stdout ^vidik 0\.1\.0
