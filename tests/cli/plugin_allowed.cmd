# Allowed once, it starts from then on; the words say what was allowed.
copy example.vidik .local/share/vidik/plugins/example.vidik
$ vidik plugin allow org.example.markets
$ vidik plugin list --json
json plugins.0.id = "org.example.markets"
json plugins.0.state = "ready"
json plugins.0.reason = ""
