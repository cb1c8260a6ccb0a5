$ vidik events {data}/days.csv --json --filter 'category=troops,protest and not id=e'
json count = 2
json by_category.troops = 1
