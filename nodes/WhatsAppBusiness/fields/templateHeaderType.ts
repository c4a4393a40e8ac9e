/** What a header can show, in Meta's words. */
export type TemplateHeaderType =
	'document' | 'gif' | 'image' | 'location' | 'product' | 'text' | 'video';
