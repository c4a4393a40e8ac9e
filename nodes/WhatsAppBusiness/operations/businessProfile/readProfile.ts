import type { Account } from '../../../graphApi/connection';
import { limits } from '../../../shared/limits';
import { mediaRules } from '../../../shared/mediaRules';
import { readApp } from '../../fields/app';
import { checkEmail } from '../../fields/email';
import { readUrls } from '../../fields/urls';
import { FileHandle } from '../../files/placeholders';
import type { BodyValue, RequestBody } from '../../operation';
import type { Parameters } from '../../parameters/parameters';

const { profile } = limits;

export function readProfileChanges(parameters: Parameters, account: Account): RequestBody {
	const fields = parameters.group('updateFields');
	return {
		about: fields.isAdded('about') ? fields.text('about', { maxLength: profile.about }) : undefined,
		address: readRemovableText(fields, 'address', profile.address),
		description: readRemovableText(fields, 'description', profile.description),
		email: readEmail(fields),
		profile_picture_handle: readPicture(parameters, fields, account),
		websites: readWebsites(fields),
		vertical: fields.isAdded('vertical') ? fields.choice('vertical') : undefined,
	};
}

// WhatsApp removes the value when the text is empty.
function readRemovableText(
	fields: Parameters,
	name: string,
	maxLength: number,
): string | undefined {
	return fields.isAdded(name) ? (fields.optionalText(name, { maxLength }) ?? '') : undefined;
}

function readEmail(fields: Parameters): string | undefined {
	const email = readRemovableText(fields, 'email', profile.email)?.trim();
	if (email) checkEmail(fields, 'email', email);
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
			'is set, but so is a binary file',
			"Remove this or 'Picture Binary Field'.",
		);
	}
	const file = fields.binary('pictureBinaryProperty', mediaRules.profilePicture);
	return new FileHandle(file, readApp(parameters, account), 'profilePicture');
}

function readWebsites(fields: Parameters): string[] | undefined {
	if (!fields.isAdded('websites')) return undefined;
	const websites = readUrls(fields, 'websites', { max: profile.websites });
	for (const website of websites) {
		if (website.length > profile.website) {
			throw fields.error(
				'websites',
				`contains a URL of ${website.length} characters`,
				`WhatsApp allows at most ${profile.website} for each.`,
			);
		}
	}
	return websites;
}
