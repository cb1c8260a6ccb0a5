#!/usr/bin/python3
"""Heights in Web Mercator -> the relief picture of each theme, shadow and highlight in one pixel.

   relief_shade.py HEIGHTS.bin WIDTH HEIGHT OUT_DIR

HEIGHTS.bin holds rows of float32 metres, north first, for lon 12..30, lat 34..49. Writes raw RGBA files
relief_dark.bin and relief_light.bin, colour not multiplied by alpha.
"""
import math
import os
import sys

import numpy as np

LIGHTS = ((315, 45, .55), (350, 42, .20), (275, 43, .25))   # azimuth, altitude in degrees, weight
DETAIL, BROAD = (3.2, .62), (5.0, .38)                      # vertical exaggeration, share
BLUR_M = 2000
# Largest alpha of shadow and highlight; gain turns a change of brightness into alpha.
THEMES = {'dark': dict(shadow=.72, highlight=.20, shadow_gain=2.1, highlight_gain=.70, ink=(0, 0, 0)),
          'light': dict(shadow=.42, highlight=.35, shadow_gain=1.35, highlight_gain=.85, ink=(38, 44, 50))}
EARTH_M = 6378137.0


def blur(z, sigma):
    """Gaussian over rows, then columns; edges repeat."""
    radius = int(math.ceil(3 * sigma))
    kernel = np.exp(-.5 * (np.arange(-radius, radius + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        pad = [(radius, radius) if a == axis else (0, 0) for a in (0, 1)]
        wide = np.pad(z, pad, mode='edge')
        n = z.shape[axis]
        z = sum(k * np.take(wide, np.arange(i, i + n), axis=axis) for i, k in enumerate(kernel))
    return z


def brightness(z, ground_m, exaggeration):
    """How much lighter (+) or darker (-) each cell is than flat ground, as shares of what is possible."""
    north, east = np.gradient(z)
    gx, gy = exaggeration * east / ground_m, -exaggeration * north / ground_m   # rising to the east, to the north
    length = np.sqrt(1 + gx * gx + gy * gy)
    total = np.zeros_like(z)
    for azimuth, altitude, weight in LIGHTS:
        a, h = math.radians(azimuth), math.radians(altitude)
        lit = (math.sin(h) - math.cos(h) * (math.sin(a) * gx + math.cos(a) * gy)) / length
        flat = math.sin(h)
        lit = np.maximum(lit, 0)
        total += weight * np.where(lit < flat, (lit - flat) / flat, (lit - flat) / (1 - flat))
    return total


def main(source, width, height, out):
    width, height = int(width), int(height)
    z = np.fromfile(source, dtype='<f4').reshape(height, width).astype(np.float64)
    z = np.maximum(z, 0)
    top, bottom = (math.asinh(math.tan(math.radians(lat))) for lat in (49, 34))
    y = top + (np.arange(height) + .5) / height * (bottom - top)
    ground = (math.radians(18) / width * EARTH_M / np.cosh(y))[:, None]     # metres a pixel, true at its latitude
    sigma = BLUR_M / float(ground.mean())
    light = (DETAIL[1] * brightness(blur(z, .35 * sigma), ground, DETAIL[0])
             + BROAD[1] * brightness(blur(z, sigma), ground, BROAD[0]))
    for theme, t in THEMES.items():
        # tanh bends into the clamp, so that steep slopes keep some modelling
        shadow = t['shadow'] * np.tanh(np.maximum(-light, 0) * t['shadow_gain'] / t['shadow'])
        highlight = t['highlight'] * np.tanh(np.maximum(light, 0) * t['highlight_gain'] / t['highlight'])
        alpha = np.maximum(shadow, highlight)
        rgba = np.empty((height, width, 4), dtype=np.uint8)
        for c in range(3):
            rgba[..., c] = np.where(highlight > shadow, 255, t['ink'][c])
        rgba[..., 3] = np.rint(alpha * 255).astype(np.uint8)
        rgba.tofile(os.path.join(out, f'relief_{theme}.bin'))


if __name__ == '__main__':
    main(*sys.argv[1:])
