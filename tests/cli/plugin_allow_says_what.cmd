copy example.vidik .local/share/vidik/plugins/example.vidik
$ vidik plugin allow org.example.markets
stdout ^allowed: Markets \(org\.example\.markets 1\.0\.0\)$
stdout asks for the network
