$ vidik info
exit 2
stderr ^vidik: info wants a file
