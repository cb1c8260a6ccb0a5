# A project whose only overlay is not there is not simply empty.
$ vidik events {data}/misspelt_overlay.vidik --json --strict
exit 3
stderr ^vidik: protestz: no overlay of this name was found
json count = 0
