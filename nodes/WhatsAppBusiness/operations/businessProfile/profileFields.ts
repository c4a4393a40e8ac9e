import type { INodeProperties } from 'n8n-workflow';

import { limits } from '../../../shared/limits';

const { profile } = limits;

/** WhatsApp's business categories. */
const verticals = [
	{ name: 'Alcoholic Beverages', value: 'ALCOHOL' },
	{ name: 'Automotive', value: 'AUTO' },
	{ name: 'Beauty, Spa and Salon', value: 'BEAUTY' },
	{ name: 'Clothing and Apparel', value: 'APPAREL' },
	{ name: 'Education', value: 'EDU' },
	{ name: 'Entertainment', value: 'ENTERTAIN' },
	{ name: 'Event Planning and Service', value: 'EVENT_PLAN' },
	{ name: 'Finance and Banking', value: 'FINANCE' },
	{ name: 'Food and Grocery', value: 'GROCERY' },
	{ name: 'Hotel and Lodging', value: 'HOTEL' },
	{ name: 'Medical and Health', value: 'HEALTH' },
	{ name: 'No Category', value: 'UNDEFINED' },
	{ name: 'Non-Profit', value: 'NONPROFIT' },
	{ name: 'Not a Business', value: 'NOT_A_BIZ' },
	{ name: 'Online Gambling and Gaming', value: 'ONLINE_GAMBLING' },
	{ name: 'Other', value: 'OTHER' },
	{ name: 'Over-the-Counter Drugs', value: 'OTC_DRUGS' },
	{ name: 'Physical Gambling and Gaming', value: 'PHYSICAL_GAMBLING' },
	{ name: 'Professional Services', value: 'PROF_SERVICES' },
	{ name: 'Public Service', value: 'GOVT' },
	{ name: 'Restaurant', value: 'RESTAURANT' },
	{ name: 'Shopping and Retail', value: 'RETAIL' },
	{ name: 'Travel and Transportation', value: 'TRAVEL' },
];

export const profileFields: INodeProperties[] = [
	{
		displayName: 'About',
		name: 'about',
		type: 'string',
		default: '',
		placeholder: 'e.g. Succulent specialists!',
		description: `Short text below the name, at most ${profile.about} characters. It can't be removed.`,
	},
	{
		displayName: 'Address',
		name: 'address',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1 Hacker Way, Menlo Park, CA 94025',
		description: `At most ${profile.address} characters. Leave empty to remove it.`,
	},
	{
		displayName: 'Category',
		name: 'vertical',
		type: 'options',
		options: verticals,
		default: 'OTHER',
		description: 'Industry of the business',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		placeholder: 'e.g. We grow and sell succulents',
		description: `At most ${profile.description} characters. Leave empty to remove it.`,
	},
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. name@example.com',
		description: `At most ${profile.email} characters. Leave empty to remove it.`,
	},
	{
		displayName: 'Picture Binary Field',
		name: 'pictureBinaryProperty',
		type: 'string',
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the input binary field that contains the picture',
		description: 'New profile picture, a square JPEG or PNG, ideally 640 by 640 pixels',
	},
	{
		displayName: 'Picture Handle',
		name: 'pictureHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4::aW1hZ2UvanBlZw==:ARYy…',
		description:
			"Handle of the new profile picture, instead of a binary file: from 'Media: Create Header Handle', or with Kapso from 'Kapso Media: Ingest'",
	},
	{
		displayName: 'Websites',
		name: 'websites',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com, https://shop.example.com',
		description: `Up to ${profile.websites} URLs, separated by commas. Leave empty to remove them.`,
	},
];
