/** The public profile of the business, with Meta's field names. */
export interface BusinessProfile {
	about: string;
	address?: string;
	description?: string;
	email?: string;
	profile_picture_url?: string;
	vertical?: string;
	websites?: string[];
}

/** The profile every number starts with. */
export const newProfile: BusinessProfile = {
	about: 'Succulent specialists!',
	address: '1 Hacker Way, Menlo Park, CA 94025',
	description: 'A shop for succulents.',
	email: 'lucky@example.com',
	vertical: 'RETAIL',
	websites: ['https://www.example.com/'],
};
