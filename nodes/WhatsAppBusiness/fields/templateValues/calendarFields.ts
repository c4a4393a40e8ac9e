import type { INodeProperties } from 'n8n-workflow';

import type { RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

export const calendarFields: INodeProperties[] = [
	{
		displayName: 'Calendar',
		name: 'calendar',
		type: 'options',
		options: [
			{ name: 'Gregorian', value: 'GREGORIAN' },
			{ name: 'Solar Hijri', value: 'SOLAR_HIJRI' },
		],
		default: 'GREGORIAN',
	},
	{
		displayName: 'Day of Month',
		name: 'dayOfMonth',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 31 },
		default: 1,
	},
	{
		displayName: 'Day of Week',
		name: 'dayOfWeek',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 7 },
		default: 1,
		description: 'From 1 for Monday to 7 for Sunday',
	},
	{
		displayName: 'Hour',
		name: 'hour',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 23 },
		default: 0,
	},
	{
		displayName: 'Minute',
		name: 'minute',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 59 },
		default: 0,
	},
	{
		displayName: 'Month',
		name: 'month',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 12 },
		default: 1,
	},
	{ displayName: 'Year', name: 'year', type: 'number', default: 2026 },
];

export function readCalendarFields(fields: Parameters): RequestBody {
	const whole = (name: string, min: number, max: number) =>
		fields.optionalNumber(name, { min, max, integer: true });
	return {
		calendar: fields.optionalChoice('calendar'),
		day_of_week: whole('dayOfWeek', 1, 7),
		day_of_month: whole('dayOfMonth', 1, 31),
		year: whole('year', 1, 9999),
		month: whole('month', 1, 12),
		hour: whole('hour', 0, 23),
		minute: whole('minute', 0, 59),
	};
}
