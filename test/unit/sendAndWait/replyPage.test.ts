import { notePage, questionPage } from '../../../nodes/WhatsAppBusiness/sendAndWait/replyPage';
import type { FormField } from '../../../nodes/WhatsAppBusiness/sendAndWait/formFields';
import type { Question } from '../../../nodes/WhatsAppBusiness/sendAndWait/question';

const evil = `<script>alert("x")</script>'&`;
const page = { title: evil, text: evil, submit: evil, thanks: evil };
const field = (changes: Partial<FormField>): FormField => ({
	label: 'Label',
	type: 'text',
	required: false,
	options: [],
	...changes,
});
const form = (...fields: FormField[]): Question => ({
	responseType: 'customForm',
	choices: [],
	fields,
	page,
});

describe('the reply page', () => {
	it('escapes every text in it', () => {
		const fields = [
			field({ label: evil, placeholder: evil }),
			field({ type: 'textarea' }),
			field({ type: 'dropdown', options: [evil] }),
		];
		const attempt = {
			sent: { 'field-0': evil, 'field-1': evil, 'field-2': evil },
			problems: new Map([[0, evil]]),
		};
		const choices = [{ title: evil, value: evil }];
		for (const html of [
			questionPage(form(...fields), page, attempt),
			questionPage({ ...form(), responseType: 'choice', choices }, page),
			notePage(evil, evil),
		]) {
			expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&#39;&amp;');
			expect(html).not.toContain('<script');
			expect(html).not.toContain('"x"');
		}
	});

	it('submits the form in the encoding that n8n reads', () => {
		expect(questionPage(form(), page)).toContain('method="post" enctype="multipart/form-data"');
	});

	it('shows each choice as a button, and opening the page submits nothing', () => {
		const choices = ['Yes', 'No'].map((title) => ({ title, value: title }));
		const html = questionPage({ ...form(), responseType: 'approval', choices }, page);
		expect(html.match(/<button name="choice" value="\d"[^>]*>\w+<\/button>/g)).toEqual([
			'<button name="choice" value="0">Yes</button>',
			'<button name="choice" value="1" class="other">No</button>',
		]);
	});

	it.each<[FormField['type'], RegExp]>([
		['checkbox', /<input type="checkbox" value="yes" id="field-0"[^>]* checked>/],
		['date', /<input type="date" value="typed"/],
		['dropdown', /<option selected>typed<\/option>/],
		['email', /<input type="email" value="typed"/],
		['number', /<input type="number" step="any" value="typed"/],
		['text', /<input type="text" value="typed"/],
		['textarea', /<textarea [^>]*>typed<\/textarea>/],
	])('keeps the invalid value of a %s and shows the problem', (type, expected) => {
		const attempt = { sent: { 'field-0': 'typed' }, problems: new Map([[0, 'Wrong.']]) };
		const html = questionPage(form(field({ type, options: ['typed'] })), page, attempt);
		expect(html).toMatch(expected);
		expect(html).toContain('aria-describedby="field-0-problem"');
		expect(html).toContain('id="field-0-problem" role="alert">Wrong.</p>');
	});

	it('marks required fields', () => {
		const html = questionPage(form(field({ required: true }), field({})), page);
		expect(html.match(/<label[^>]*>[^<]*<\/label>/g)).toEqual([
			'<label for="field-0">Label *</label>',
			'<label for="field-1">Label</label>',
		]);
		expect(html.match(/ required/g)).toHaveLength(1);
	});
});
