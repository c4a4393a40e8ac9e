import { el, svg } from '../dom.js';
import { hueOf } from '../format.js';
import type { LocationContent } from '../wire.js';

/** Draws a location: an imaginary map, name, address and coordinates. */
export function drawLocation({ latitude, longitude, name, address }: LocationContent): HTMLElement {
	const coordinates = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
	return el(
		'div',
		{ class: 'location' },
		tile(coordinates),
		name ? el('b', {}, name) : null,
		address ? el('span', {}, address) : null,
		el('small', {}, coordinates),
	);
}

function tile(coordinates: string): SVGElement {
	const angle = (hueOf(coordinates) % 50) - 25;
	const shift = hueOf(`${coordinates}!`) % 40;
	const street = (x: number, wide: boolean) =>
		svg('path', { class: wide ? 'street wide' : 'street', d: `M${x} -200V400` });
	const crossing = (y: number, wide: boolean) =>
		svg('path', { class: wide ? 'street wide' : 'street', d: `M-200 ${y}H500` });
	const streets = [-60, -10, 45, 110, 150, 215, 265, 330];
	return svg(
		'svg',
		{ class: 'map', viewBox: '0 0 270 130', role: 'img', 'aria-label': `Map of ${coordinates}` },
		svg('rect', { class: 'land', width: 270, height: 130 }),
		svg(
			'g',
			{ transform: `rotate(${angle} 135 65) translate(${shift} 0)` },
			svg('rect', { class: 'park', x: 48, y: 2, width: 58, height: 46, rx: 3 }),
			svg('path', {
				class: 'water',
				d: 'M-200 118C-60 92 20 150 120 122S320 96 500 128V400H-200Z',
			}),
			...streets.map((x, index) => street(x, index % 3 === 0)),
			...[-70, -25, 0, 50, 84, 130].map((y, index) => crossing(y, index === 3)),
		),
		svg('ellipse', { class: 'pin-shadow', cx: 135, cy: 67, rx: 8, ry: 3 }),
		svg('path', {
			class: 'pin',
			d: 'M135 66c-7-10-13-16-13-24a13 13 0 0 1 26 0c0 8-6 14-13 24Z',
		}),
		svg('circle', { class: 'pin-hole', cx: 135, cy: 42, r: 4.5 }),
	);
}
