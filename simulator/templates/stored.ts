import type { InputButton, InputComponent } from './schema';
import type { Template, TemplateButton, TemplateDefinitionComponent } from './template';

/**
 * Components as Meta returns them: authentication templates with their fixed texts and a URL button, files
 * as URLs.
 */
export function storedComponents(
	category: Template['category'],
	components: InputComponent[],
): TemplateDefinitionComponent[] {
	const minutes = components.find(({ type }) => type === 'FOOTER')?.code_expiration_minutes;
	return components.map((component) => {
		const stored = { ...component } as TemplateDefinitionComponent;
		if (component.example?.header_handle) {
			stored.example = { header_handle: ['https://scontent.whatsapp.net/v/sample.jpg'] };
		}
		if (component.cards) {
			stored.cards = component.cards.map((card) => ({
				components: storedComponents(category, card.components),
			}));
		}
		if (category === 'AUTHENTICATION') Object.assign(stored, fixedTexts(component));
		if (component.buttons) {
			stored.buttons = component.buttons.map((button) =>
				button.type === 'OTP' ? codeButton(button, minutes) : storedButton(button),
			);
		}
		return stored;
	});
}

function fixedTexts({
	type,
	add_security_recommendation: advised,
	code_expiration_minutes: minutes,
}: InputComponent): Partial<TemplateDefinitionComponent> {
	if (type === 'FOOTER') return { text: `This code expires in ${minutes ?? 10} minutes.` };
	if (type !== 'BODY') return {};
	const advice = advised ? ' For your security, do not share this code.' : '';
	return {
		text: `*{{1}}* is your verification code.${advice}`,
		example: { body_text: [['123456']] },
	};
}

function codeButton({ otp_type, text }: InputButton, minutes: number | undefined): TemplateButton {
	const expires = minutes === undefined ? '' : `&code_expiration_minutes=${minutes}`;
	const url = `https://www.whatsapp.com/otp/code/?otp_type=${otp_type ?? ''}${expires}&code=otp`;
	return { type: 'URL', text: text ?? 'Copy code', url: `${url}{{1}}`, example: [`${url}123456`] };
}

const defaultTexts: Partial<Record<InputButton['type'], string>> = {
	COPY_CODE: 'Copy offer code',
	REQUEST_CONTACT_INFO: 'Share Contact Info',
};

function storedButton(button: InputButton): TemplateButton {
	return { ...button, text: button.text ?? defaultTexts[button.type] ?? '' };
}
