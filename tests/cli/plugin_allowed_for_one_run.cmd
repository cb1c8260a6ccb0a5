# The word for one run is forgotten with it.
copy example.vidik .local/share/vidik/plugins/example.vidik
$ vidik events --json --allow-plugin org.example.markets
stdout "title": ?"Market day"
