import type { INodeProperties } from 'n8n-workflow';

import type { Account } from '../../../graphApi/connection';
import { FileHandle } from '../../files/placeholders';
import type { BodyValue, Operation, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';
import { appField, readApp } from '../../fields/app';
import { checkChanges } from '../../fields/checkChanges';
import { limits } from '../../../shared/limits';
import { mediaRules } from '../../../shared/mediaRules';
import { optionsField } from '../../fields/options';
import { phoneNumberField, readPhoneNumberId } from '../../fields/sender';

const { profile } = limits;

/** The categories WhatsApp has for businesses. */
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

const profileFields: INodeProperties[] = [
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
		hint: 'The name of the input binary field that holds the picture',
		description: 'New profile picture, a square JPEG or PNG; 640 by 640 pixels look best',
	},
	{
		displayName: 'Picture Handle',
		name: 'pictureHandle',
		type: 'string',
		default: '',
		placeholder: 'e.g. 4::aW1hZ2UvanBlZw==:ARYy…',
		description:
			"New profile picture by the handle that 'Media: Create Header Handle' gave, in place of a binary file",
	},
	{
		displayName: 'Websites',
		name: 'websites',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://www.example.com, https://shop.example.com',
		description: `Up to ${profile.websites} addresses, separated by commas. Leave empty to remove them.`,
	},
];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/business-profiles#update-business-profile */
export const operation: Operation = {
	displayName: 'Update',
	action: 'Update a business profile',
	description:
		'Change what customers see when they open the profile of your number. What you do not add stays as it is.',
	fields: [
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: profileFields,
		},
		optionsField([appField, phoneNumberField]),
	],
	request(parameters, account) {
		const changes = readChanges(parameters, account);
		checkChanges(parameters, 'updateFields', changes);
		return {
			method: 'POST',
			path: `/${readPhoneNumberId(parameters, account)}/whatsapp_business_profile`,
			body: { messaging_product: 'whatsapp', ...changes },
		};
	},
};

function readChanges(parameters: Parameters, account: Account): RequestBody {
	const fields = parameters.group('updateFields');
	return {
		about: fields.isAdded('about') ? fields.text('about', { maxLength: profile.about }) : undefined,
		address: removable(fields, 'address', profile.address),
		description: removable(fields, 'description', profile.description),
		email: readEmail(fields),
		profile_picture_handle: readPicture(parameters, fields, account),
		websites: readWebsites(fields),
		vertical: fields.isAdded('vertical') ? fields.choice('vertical') : undefined,
	};
}

// An empty text is how WhatsApp is told to remove one.
function removable(fields: Parameters, name: string, maxLength: number): string | undefined {
	return fields.isAdded(name) ? (fields.optionalText(name, { maxLength }) ?? '') : undefined;
}

function readEmail(fields: Parameters): string | undefined {
	const email = removable(fields, 'email', profile.email)?.trim();
	if (email && !/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(email)) {
		throw fields.error(
			'email',
			'is not an email address',
			'Enter it in full, e.g. name@example.com.',
		);
	}
	return email;
}

function readPicture(
	parameters: Parameters,
	fields: Parameters,
	account: Account,
): BodyValue | undefined {
	const handle = fields.optionalText('pictureHandle')?.trim();
	if (!fields.isAdded('pictureBinaryProperty')) return handle;
	if (handle !== undefined) {
		throw fields.error(
			'pictureHandle',
			'is there beside a binary file',
			"Remove either this or 'Picture Binary Field'.",
		);
	}
	const file = fields.binary('pictureBinaryProperty', mediaRules.profilePicture);
	return new FileHandle(file, readApp(parameters, account));
}

function readWebsites(fields: Parameters): string[] | undefined {
	if (!fields.isAdded('websites')) return undefined;
	const websites = fields.texts('websites', { max: profile.websites });
	for (const website of websites) {
		if (!/^https?:\/\//i.test(website) || !URL.canParse(website)) {
			throw fields.error(
				'websites',
				'holds something that is not a web address',
				"Enter full addresses that begin with 'https://'.",
			);
		}
		if (website.length > profile.website) {
			throw fields.error(
				'websites',
				`holds an address of ${website.length} characters`,
				`WhatsApp allows at most ${profile.website} for each.`,
			);
		}
	}
	return websites;
}
