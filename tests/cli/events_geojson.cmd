$ vidik events {data}/days.csv --geojson
json type = "FeatureCollection"
json features# = 5
json features.0.geometry.coordinates = [20.86, 42.89]
