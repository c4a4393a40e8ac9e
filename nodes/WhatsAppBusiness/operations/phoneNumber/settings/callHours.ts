import type { INodeProperties } from 'n8n-workflow';

import type { Parameters } from '../../../parameters/parameters';
import { limits } from '../../../../shared/limits';
import { status } from './status';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const timeFields = (opens: string, closes: string): INodeProperties[] => [
	{
		displayName: opens,
		name: 'from',
		type: 'string',
		required: true,
		default: '09:00',
		placeholder: 'e.g. 09:00',
		description: 'Hours and minutes, 00:00 to 23:59',
	},
	{
		displayName: closes,
		name: 'to',
		type: 'string',
		required: true,
		default: '17:00',
		placeholder: 'e.g. 17:00',
		description: 'Hours and minutes, later than the start',
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-settings#call-hours */
export const callHoursFields: INodeProperties[] = [
	{
		displayName: 'Call Hours',
		name: 'callHours',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Hours',
		default: {},
		description: `When people can call, at most ${limits.callHoursPerDay} entries per day. They replace the existing hours and holidays.`,
		options: [
			{
				displayName: 'Hours',
				name: 'hours',
				values: [
					{
						displayName: 'Day',
						name: 'day',
						type: 'options',
						options: days.map((day) => ({ name: day, value: day.toUpperCase() })),
						// eslint-disable-next-line n8n-nodes-base/node-param-default-wrong-for-options -- the options are derived
						default: 'MONDAY',
					},
					...timeFields('Opens', 'Closes'),
				],
			},
		],
	},
	{
		displayName: 'Call Hours Enabled',
		name: 'callHoursEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether people can call only during the call hours',
	},
	{
		displayName: 'Call Hours Time Zone',
		name: 'timezone',
		type: 'string',
		default: '',
		placeholder: 'e.g. Europe/Berlin',
		description: 'Time zone of the call hours, as an IANA name',
	},
	{
		displayName: 'Holidays',
		name: 'holidays',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Holiday',
		default: {},
		description: `Days with different hours, at most ${limits.callHolidays}`,
		options: [
			{
				displayName: 'Holiday',
				name: 'holiday',
				values: [
					{ displayName: 'Date', name: 'date', type: 'dateTime', default: '' },
					...timeFields('Begins', 'Ends'),
				],
			},
		],
	},
];

/**
 * The call hours, or undefined when none of their options was added.
 * @throws InputError when hours overlap, end before they begin, or are too many, or the time zone is missing.
 */
export function readCallHours(options: Parameters) {
	const names = callHoursFields.map(({ name }) => name);
	if (!names.some((name) => options.isAdded(name))) return undefined;
	if (options.optionalBoolean('callHoursEnabled') === false) return { status: status(false) };
	const hours = options.list('callHours', 'hours', 'Call Hours', { min: 1 });
	const weekly = hours.map((entry) => ({ day: entry.choice('day'), ...readTimes(entry) }));
	weekly.forEach(({ day, from, to }, index) => {
		const others = weekly.slice(0, index).filter((other) => other.day === day);
		const entry = hours[index] as Parameters;
		if (others.length >= limits.callHoursPerDay) {
			throw entry.error(
				'day',
				'has too many entries',
				`WhatsApp allows ${limits.callHoursPerDay} entries per day.`,
			);
		}
		if (others.some((other) => from < other.to && other.from < to)) {
			throw entry.error('from', 'overlaps with other hours of the same day', 'Change one of them.');
		}
	});
	const holidays = options.list('holidays', 'holiday', 'Holidays', { max: limits.callHolidays });
	return {
		status: status(true),
		timezone_id: readTimezone(options),
		weekly_operating_hours: weekly.map(({ day, from, to }) => ({
			day_of_week: day,
			open_time: from,
			close_time: to,
		})),
		holiday_schedule:
			holidays.length === 0
				? undefined
				: holidays.map((entry) => {
						const { from, to } = readTimes(entry);
						return { date: readDay(entry), start_time: from, end_time: to };
					}),
	};
}

// Meta expects four digits, e.g. 0900.
function readTimes(entry: Parameters): { from: string; to: string } {
	const pattern = {
		regex: /^\s*([01]\d|2[0-3]):?[0-5]\d\s*$/,
		description: 'a time such as 09:00',
	};
	const read = (name: string) => entry.text(name, { pattern }).replace(/\D/g, '');
	const [from, to] = [read('from'), read('to')];
	if (to <= from) {
		throw entry.error('to', 'is not later than the start', 'Enter a later time.');
	}
	return { from, to };
}

function readDay(entry: Parameters): string {
	const day = entry.optionalDay('date');
	if (day === undefined) throw entry.error('date', 'is empty', 'Choose a day.');
	return day;
}

function readTimezone(options: Parameters): string {
	const timezone = options.text('timezone').trim();
	try {
		new Intl.DateTimeFormat('en', { timeZone: timezone });
		return timezone;
	} catch {
		throw options.error(
			'timezone',
			'is not a time zone',
			'Enter its IANA name, e.g. Europe/Berlin or America/Sao_Paulo.',
		);
	}
}
