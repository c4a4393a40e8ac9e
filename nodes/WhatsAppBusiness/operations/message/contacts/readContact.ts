import { isEmpty } from '../../../fields/isEmpty';
import type { RequestBody } from '../../../operation';
import type { Parameters } from '../../../parameters/parameters';
import { nameFields } from './contactFields';

const emailAddress = {
	regex: /^\s*[^\s@]+@[^\s@]+\s*$/,
	description: 'an email address, e.g. anna@example.com',
};

const countryCode = {
	regex: /^\s*[a-z]{2}\s*$/i,
	description: 'the two letters of a country, e.g. US',
};

export function readContact(contact: Parameters): RequestBody {
	const more = contact.group('moreFields');
	return {
		name: readName(contact, more),
		phones: filled(contact.list('phones', 'phone', 'Phone').map(readPhone)),
		emails: filled(more.list('emails', 'email', 'Email').map(readEmail)),
		urls: filled(more.list('urls', 'url', 'URL').map(readUrl)),
		addresses: filled(more.list('addresses', 'address', 'Address').map(readAddress)),
		org: readOrganization(more),
		birthday: more.optionalDay('birthday'),
	};
}

function readName(contact: Parameters, more: Parameters): RequestBody {
	const parts = nameFields.flatMap(({ name }) => contact.optionalText(name)?.trim() ?? []);
	if (parts.length === 0) {
		throw contact.error(
			'firstName',
			'and the other parts of the name are empty',
			'Fill in at least one of them. For a company, use First Name.',
		);
	}
	return {
		formatted_name: more.optionalText('formattedName') ?? parts.join(' '),
		prefix: contact.optionalText('prefix'),
		first_name: contact.optionalText('firstName'),
		middle_name: contact.optionalText('middleName'),
		last_name: contact.optionalText('lastName'),
		suffix: contact.optionalText('suffix'),
	};
}

function readPhone(phone: Parameters): RequestBody {
	const whatsAppNumber = phone.optionalText('whatsAppNumber');
	return {
		phone: phone.text('number'),
		type: phone.optionalText('type'),
		wa_id:
			whatsAppNumber &&
			phone
				.phoneNumber(whatsAppNumber, (what, todo) => phone.error('whatsAppNumber', what, todo))
				.slice(1),
	};
}

function readEmail(email: Parameters): RequestBody {
	return {
		email: email.text('address', { pattern: emailAddress }).trim(),
		type: email.optionalText('type'),
	};
}

function readUrl(url: Parameters): RequestBody {
	return { url: url.url('address'), type: url.optionalText('type') };
}

function readAddress(address: Parameters): RequestBody {
	const parts = {
		street: address.optionalText('street'),
		city: address.optionalText('city'),
		state: address.optionalText('state'),
		zip: address.optionalText('zip'),
		country: address.optionalText('country'),
		country_code: address.optionalText('countryCode', { pattern: countryCode })?.trim(),
	};
	if (isEmpty(parts)) {
		throw address.error(
			'street',
			'and the rest of the address are empty',
			'Fill in part of the address, or remove it.',
		);
	}
	return { ...parts, type: address.optionalText('type') };
}

function readOrganization(more: Parameters): RequestBody | undefined {
	const organization = {
		company: more.optionalText('company'),
		department: more.optionalText('department'),
		title: more.optionalText('jobTitle'),
	};
	return isEmpty(organization) ? undefined : organization;
}

function filled(list: RequestBody[]): RequestBody[] | undefined {
	return list.length === 0 ? undefined : list;
}
