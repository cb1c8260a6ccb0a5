$ vidik batch {data}/jobs_quote.txt
exit 1
stderr line 2: the quote ' does not end
