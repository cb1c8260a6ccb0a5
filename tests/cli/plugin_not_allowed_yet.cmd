# An overlay in the user's folder is listed and stays off until the user says otherwise; what it asks for is shown.
copy example.vidik .local/share/vidik/plugins/example.vidik
$ vidik plugin list --json
json plugins.0.id = "org.example.markets"
json plugins.0.state = "off"
json plugins.0.asks = ["network"]
json plugins.0.reason = "not allowed yet: `vidik plugin allow org.example.markets`"
