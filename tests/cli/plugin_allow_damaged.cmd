# Saying something new begins a new list; the damaged one is kept beside it.
copy example.vidik .local/share/vidik/plugins/example.vidik
copy damaged_plugins.json .config/vidik/plugins.json
$ vidik plugin allow org.example.markets
stdout ^allowed: Markets
stderr is damaged .* it is kept, and a new list begins: .*plugins\.json\.damaged$
file ../.config/vidik/plugins.json.damaged \{ "vidik_plugins": 1, "allowed": \[$
file ../.config/vidik/plugins.json .*"org\.example\.markets"
