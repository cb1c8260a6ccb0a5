# A damaged list of allowed overlays allows nothing, is named and stays as it is.
copy example.vidik .local/share/vidik/plugins/example.vidik
copy damaged_plugins.json .config/vidik/plugins.json
$ vidik plugin list --json
json plugins.0.state = "off"
stderr the list of overlays you allowed is damaged .*: /.*/\.config/vidik/plugins\.json$
file ../.config/vidik/plugins.json \{ "vidik_plugins": 1, "allowed": \[$
