"""Who comes from a country and what is of it, by its Dutch name: 'Syrië' → 'Syriërs', 'Syrische'."""

from __future__ import annotations

from collections.abc import Mapping

_TABLE = """
Afghanistan: Afghaan Afghanen Afghaanse Afghaans
Albanië: Albanees Albanezen Albanese
Algerije: Algerijn Algerijnen Algerijnse Algerijns
Angola: Angolees Angolezen Angolese
Argentinië: Argentijn Argentijnen Argentijnse
Armenië: Armeniër Armeniërs Armeense Armeens
Aruba: Arubaan Arubanen Arubaanse
Australië: Australiër Australiërs Australische
Azerbeidzjan: Azerbeidzjaan Azerbeidzjanen Azerbeidzjaanse
Bangladesh: Bengaal Bengalen Bengaalse
België: Belg Belgen Belgische Belgisch
Bolivia: Boliviaan Bolivianen Boliviaanse
Bosnië: Bosniër Bosniërs Bosnische
Bosnië en Herzegovina: Bosniër Bosniërs Bosnische
Brazilië: Braziliaan Brazilianen Braziliaanse
Bulgarije: Bulgaar Bulgaren Bulgaarse
Burundi: Burundees Burundezen Burundese
Cambodja: Cambodjaan Cambodjanen Cambodjaanse
Canada: Canadees Canadezen Canadese
Chili: Chileen Chilenen Chileense
China: Chinees Chinezen Chinese
Colombia: Colombiaan Colombianen Colombiaanse
Congo: Congolees Congolezen Congolese
Cuba: Cubaan Cubanen Cubaanse
Curaçao: Curaçaoënaar Curaçaoënaars Curaçaose
Cyprus: Cyprioot Cyprioten Cypriotische
Denemarken: Deen Denen Deense
Dominicaanse Republiek: Dominicaan Dominicanen
Duitsland: Duitser Duitsers Duitse Duits
Ecuador: Ecuadoraan Ecuadoranen Ecuadoraanse
Egypte: Egyptenaar Egyptenaren Egyptische
Eritrea: Eritreeër Eritreeërs Eritrese
Estland: Est Esten Estse Estlandse
Ethiopië: Ethiopiër Ethiopiërs Ethiopische
Filipijnen: Filipijn Filipino Filipino's Filipijnse
Finland: Fin Finnen Finse
Frankrijk: Fransman Fransen Franse
Gambia: Gambiaan Gambianen Gambiaanse
Georgië: Georgiër Georgiërs Georgische
Ghana: Ghanees Ghanezen Ghanese
Griekenland: Griek Grieken Griekse
Groot-Brittannië: Brit Britten Britse
Guinee: Guineeër Guineeërs Guineese
Haïti: Haïtiaan Haïtianen Haïtiaanse
Hongarije: Hongaar Hongaren Hongaarse
IJsland: IJslander IJslanders IJslandse
Ierland: Ier Ieren Ierse
India: Indiër Indiërs Indiase
Indonesië: Indonesiër Indonesiërs Indonesische
Irak: Irakees Irakezen Iraki Iraki's Irakese Iraakse Iraaks
Iran: Iraniër Iraniërs Iraanse Iraans
Israël: Israëliër Israëliërs Israëlische
Italië: Italiaan Italianen Italiaanse
Ivoorkust: Ivoriaan Ivorianen Ivoriaanse
Jamaica: Jamaicaan Jamaicanen Jamaicaanse
Japan: Japanner Japanners Japanse
Jemen: Jemeniet Jemenieten Jemenitische
Jordanië: Jordaniër Jordaniërs Jordaanse
Kaapverdië: Kaapverdiër Kaapverdiërs Kaapverdische
Kameroen: Kameroener Kameroeners Kameroense
Kazachstan: Kazach Kazachen Kazachse
Kenia: Keniaan Kenianen Keniaanse
Kirgizië: Kirgies Kirgiezen Kirgizische
Koeweit: Koeweiter Koeweiters Koeweitse
Kosovo: Kosovaar Kosovaren Kosovaarse
Kroatië: Kroaat Kroaten Kroatische
Letland: Let Letten Letse
Libanon: Libanees Libanezen Libanese
Liberia: Liberiaan Liberianen Liberiaanse
Libië: Libiër Libiërs Libische
Litouwen: Litouwer Litouwers Litouwse
Luxemburg: Luxemburger Luxemburgers Luxemburgse
Maleisië: Maleisiër Maleisiërs Maleisische
Mali: Malinees Malinezen Malinese
Malta: Maltees Maltezen Maltese
Marokko: Marokkaan Marokkanen Marokkaanse
Mexico: Mexicaan Mexicanen Mexicaanse
Moldavië: Moldaviër Moldaviërs Moldavische
Mongolië: Mongool Mongolen Mongoolse
Montenegro: Montenegrijn Montenegrijnen Montenegrijnse
Mozambique: Mozambikaan Mozambikanen Mozambikaanse
Myanmar: Myanmarees Myanmarezen Birmees Birmezen Birmese
Nederland: Nederlander Nederlanders Nederlandse
Nepal: Nepalees Nepalezen Nepalese
Nieuw-Zeeland: Nieuw-Zeelander Nieuw-Zeelanders Nieuw-Zeelandse
Nigeria: Nigeriaan Nigerianen Nigeriaanse
Noord-Macedonië: Noord-Macedoniër Noord-Macedoniërs Noord-Macedonische
Noorwegen: Noor Noren Noorse
Oekraïne: Oekraïner Oekraïners Oekraïense
Oezbekistan: Oezbeek Oezbeken Oezbeekse
Oostenrijk: Oostenrijker Oostenrijkers Oostenrijkse
Pakistan: Pakistaan Pakistanen Pakistaanse
Palestina: Palestijn Palestijnen Palestijnse
Peru: Peruaan Peruanen Peruaanse
Polen: Pool Poolse Pools
Portugal: Portugees Portugezen Portugese
Roemenië: Roemeen Roemenen Roemeense
Rusland: Rus Russen Russische
Rwanda: Rwandees Rwandezen Rwandese
Saoedi-Arabië: Saoediër Saoediërs Saoedische Saoedi-Arabische
Senegal: Senegalees Senegalezen Senegalese
Servië: Serviër Serviërs Servische
Sierra Leone: Sierra_Leoner Sierra_Leoners Sierra_Leoonse
Singapore: Singaporees Singaporezen Singaporese
Slovenië: Sloveen Slovenen Sloveense
Slowakije: Slowaak Slowaken Slowaakse
Soedan: Soedanees Soedanezen Soedanese
Somalië: Somaliër Somaliërs Somalische
Spanje: Spanjaard Spanjaarden Spaanse
Sri Lanka: Sri_Lankaan Sri_Lankanen Sri_Lankaanse
Suriname: Surinamer Surinamers Surinaamse
Syrië: Syriër Syriërs Syrische Syrisch
Tadzjikistan: Tadzjiek Tadzjieken Tadzjiekse
Tanzania: Tanzaniaan Tanzanianen Tanzaniaanse
Thailand: Thai Thaise
Togo: Togolees Togolezen Togolese
Tsjechië: Tsjech Tsjechen Tsjechische
Tunesië: Tunesiër Tunesiërs Tunesische
Turkije: Turk Turken Turkse Turks
Turkmenistan: Turkmeen Turkmenen Turkmeense
Uganda: Ugandees Ugandezen Ugandese
Venezuela: Venezolaan Venezolanen Venezolaanse
Verenigd Koninkrijk: Brit Britten Britse Groot-Brittannië VK
Verenigde Staten: Amerikaan Amerikanen Amerikaanse VS
Vietnam: Vietnamees Vietnamezen Vietnamese
Wit-Rusland: Wit-Rus Wit-Russen Wit-Russische
Zuid-Afrika: Zuid-Afrikaan Zuid-Afrikanen Zuid-Afrikaanse
Zuid-Korea: Zuid-Koreaan Zuid-Koreanen Zuid-Koreaanse
Zweden: Zweed Zweedse
Zwitserland: Zwitser Zwitsers Zwitserse
"""


def _all_of(forms: str) -> tuple[str, ...]:
    """With those without ending: 'Brits' of 'Britse'. Where a form is more than one word, '_' is between them."""
    told = [each.replace("_", " ") for each in forms.split()]
    return (*told, *(each[:-1] for each in told if each.endswith(("se", "sche"))))


FORMS: Mapping[str, tuple[str, ...]] = {
    name: _all_of(forms) for name, _, forms in (line.partition(": ") for line in _TABLE.strip().splitlines())
}
"""'Turk' and 'Pool' are words of their own as well; capitals tell them apart."""
