$ vidik render
exit 2
stderr ^vidik: .*output
