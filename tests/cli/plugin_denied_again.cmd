copy example.vidik .local/share/vidik/plugins/example.vidik
$ vidik plugin allow org.example.markets
$ vidik plugin deny org.example.markets
$ vidik plugin list --json
json plugins.0.state = "off"
stdout you denied it on 20\d\d-\d\d-\d\d
