const footer = (label: string, action: object) => ({
	type: 'Footer',
	label,
	'on-click-action': action,
});
const choices = (titles: Record<string, string>) =>
	Object.entries(titles).map(([id, title]) => ({ id, title }));

/**
 * Screens of a form that books a visit: the appointment, then the customer.
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/reference/flowjson
 */
const appointment = [
	{
		id: 'APPOINTMENT',
		title: 'Book a visit',
		data: {},
		layout: {
			type: 'SingleColumnLayout',
			children: [
				{ type: 'TextHeading', text: 'When would you like to come?' },
				{ type: 'DatePicker', name: 'date', label: 'Date', required: true },
				{
					type: 'Dropdown',
					name: 'time',
					label: 'Time',
					required: true,
					'data-source': choices({
						'09:00': '9:00',
						'11:00': '11:00',
						'14:00': '14:00',
						'16:00': '16:00',
					}),
				},
				{
					type: 'RadioButtonsGroup',
					name: 'people',
					label: 'How many people?',
					required: true,
					'data-source': choices({ '1': 'Just me', '2': 'Two', '3': 'Three or more' }),
				},
				footer('Continue', {
					name: 'navigate',
					next: { type: 'screen', name: 'DETAILS' },
					payload: { date: '${form.date}', time: '${form.time}', people: '${form.people}' },
				}),
			],
		},
	},
	{
		id: 'DETAILS',
		title: 'Your details',
		terminal: true,
		data: {
			date: { type: 'string', __example__: '2026-12-01' },
			time: { type: 'string', __example__: '11:00' },
			people: { type: 'string', __example__: '2' },
		},
		layout: {
			type: 'SingleColumnLayout',
			children: [
				{ type: 'TextSubheading', text: 'Who is coming?' },
				{ type: 'TextInput', name: 'name', label: 'Name', required: true },
				{
					type: 'TextInput',
					name: 'email',
					label: 'E-mail',
					'input-type': 'email',
					required: true,
					'helper-text': 'We send the confirmation there.',
				},
				{ type: 'TextArea', name: 'notes', label: 'Anything we should know?', required: false },
				{ type: 'OptIn', name: 'reminder', label: 'Remind me the day before', required: false },
				footer('Book', {
					name: 'complete',
					payload: {
						date: '${data.date}',
						time: '${data.time}',
						people: '${data.people}',
						name: '${form.name}',
						email: '${form.email}',
						notes: '${form.notes}',
						reminder: '${form.reminder}',
					},
				}),
			],
		},
	},
] as const;

const survey = [
	{
		id: 'QUESTIONS',
		title: 'Your opinion',
		terminal: true,
		data: {},
		layout: {
			type: 'SingleColumnLayout',
			children: [
				{ type: 'TextHeading', text: 'How was your visit?' },
				{
					type: 'RadioButtonsGroup',
					name: 'rating',
					label: 'Your rating',
					required: true,
					'data-source': choices({ good: 'Good', fair: 'Fair', bad: 'Bad' }),
				},
				{ type: 'TextArea', name: 'comment', label: 'What can we do better?', required: false },
				footer('Send', {
					name: 'complete',
					payload: { rating: '${form.rating}', comment: '${form.comment}' },
				}),
			],
		},
	},
] as const;

const written = (screens: typeof appointment | typeof survey) => ({
	firstScreen: screens[0].id,
	json: JSON.stringify({ version: '7.3', screens }, null, 2),
});

/** The Flows of the account: one published, one draft. */
export const flows = [
	{
		id: '594425479261596',
		name: 'appointment_booking',
		status: 'PUBLISHED',
		...written(appointment),
	},
	{ id: '594425479261597', name: 'survey_draft', status: 'DRAFT', ...written(survey) },
] as const;
