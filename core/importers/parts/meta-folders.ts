/** The folders of the downloads that Facebook and Instagram give, of all years. @source their own downloads */

const own = /(^|\/)your_(facebook|instagram)_activity\//

const names = [
  'about_you|account_information|accounts_center|activity_messages|ads_and_businesses|ads_and_topics|ads_information',
  'apps_and_websites|apps_and_websites_off_of_facebook|apps_and_websites_off_of_instagram|autofill_information',
  'calls_and_messages|connections|contacts|content|device_information|digital_wallets|events|facebook_gaming',
  'facebook_marketplace|followers_and_following|following_and_followers|friends|friends_and_followers|fundraisers',
  'groups|guides|information_about_you|interactions|ip_address|likes|likes_and_reactions|location',
  'logged_information|login_and_account_creation|marketplace|media|messages|monetization|notifications',
  'other_activity|pages|past_instagram_insights|payment_history|personal_information|photos_and_videos|polls|posts',
  'preferences|profile|profile_information|recent_searches|reports|saved|saved_items_and_collections|search',
  'search_history|security_and_login_information|shopping|short_videos|stories|story_interactions',
  'story_sticker_interactions|subscriptions|supervision|your_interactions_on_facebook|your_places|your_topics',
].join('|')

/** The second are not always in a folder around them all; and only JSON is of the download. */
export const metaFolders = { own, shared: new RegExp(`^(?:[^/]+/)?(?:${names})/.*\\.json$`) }

/** Files of Instagram's downloads before 2021, which lay beside each other. */
export const metaCompanions: readonly RegExp[] = [
  /(^|\/)(account_history|autofill|checkout|connections|contacts|devices|information_about_you|likes|media|messages|profile|saved|searches|seen_content|settings|shopping|stories_activities|uploads)\.json$/,
]
