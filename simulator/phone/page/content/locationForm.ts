import type { Actions } from '../actions.js';
import { el } from '../dom.js';
import { field, form, openSheet, submitButton } from '../sheet.js';

/** Asks for a location and sends it. */
export function openLocationForm(actions: Actions): void {
	openSheet('Send location', (sheet) => [
		form(
			(values) => {
				const text = (name: string) => String(values.get(name) ?? '').trim() || undefined;
				sheet.close();
				void actions.write({
					type: 'location',
					latitude: Number(values.get('latitude')),
					longitude: Number(values.get('longitude')),
					name: text('name'),
					address: text('address'),
				});
			},
			el(
				'div',
				{ class: 'side-by-side' },
				field('Latitude', coordinate('latitude', 52.52, 90)),
				field('Longitude', coordinate('longitude', 13.405, 180)),
			),
			field('Name', { name: 'name', value: 'Alexanderplatz' }),
			field('Address', { name: 'address', value: '10178 Berlin' }),
			submitButton('Send'),
		),
	]);
}

function coordinate(name: string, value: number, limit: number) {
	return { name, value, type: 'number', step: 'any', min: -limit, max: limit, required: true };
}
